import { readPassage } from "#core/detect/read-passage.ts";
import { createFirstLook } from "#core/names/first-look.ts";
import { createNamesIndex } from "#core/names/names-index.ts";
import { compilePacks } from "../data/compile.ts";
import { type CorpusDocument, readCorpus } from "../tests/corpus/corpus.ts";
import { makeUpNames, plainWords } from "./made-up-names.ts";
import { createRandom, pick } from "./random.ts";

export interface PageOptions {
  /** UTF-16 units of text. */
  units: number;
  /** One paragraph in so many is a passage of the corpus, which is full of names; 0: none is, and no name stands anywhere. */
  passageEvery: number;
  /** Whether the page can be had in other languages, and every part of it says so in their scripts. */
  menus?: boolean;
}

/** Makes pages from the project's own passages and from word lists: for the same options, the same page. */
export interface PageMaker {
  make(options: PageOptions): string;
  /** Paragraphs of passages alone, until they hold so many of the pack's mentions. */
  makeDense(mentions: number): string;
}

interface Vocabulary {
  /** As often as they stand in the corpus. */
  words: readonly string[];
  rareWords: readonly string[];
  madeUp: readonly string[];
}

/** Of the text between the corpus's passages, one word in so many is a rare one. */
const rareWordEvery = 8;
/** One sentence in so many has a made-up name, of which the larger name sets know some. */
const madeUpEvery = 9;
/** One sentence in so many is somebody's words, on a page that has no passages to bring quotation marks and dashes. */
const quotedEvery = 6;

export function createPageMaker(project: string): PageMaker {
  const documents = readCorpus(`${project}/tests/corpus`);
  const english = documents.filter(({ lang }) => lang.startsWith("en"));
  const { names, firstLook } = compilePacks(project);
  const index = createNamesIndex(names);
  const mayName = createFirstLook(firstLook);
  const isNamed = (text: string) => mayName(text) || readPassage(text, "en", index).candidates.length > 0;
  const cue = new RegExp(`^(?:${firstLook.cues.latin ?? "(?!)"})`);
  const words = wordsBetweenMentions(english);
  const rareWords = plainWords();
  const madeUp = makeUpNames(90_000);
  // Of a page about something else: nothing in it is a name, begins like one, or tells this story. And it is English as a
  // page of the news is: the corpus quotes words of two dozen languages, and a page that has all of their scripts in every
  // paragraph is none that anybody reads.
  const isElsewhere = (word: string) => ![word, capitalise(word)].some((one) => isNamed(one) || cue.test(one));
  let elsewhere: Vocabulary | undefined;
  const vocabularyElsewhere = () => {
    elsewhere ??= {
      words: words.filter((word) => /^\p{Script=Latin}+$/u.test(word) && isElsewhere(word)),
      rareWords: rareWords.filter(isElsewhere),
      madeUp: madeUp.slice(0, 2000).filter((name) => name.split(" ").every(isElsewhere)),
    };
    return elsewhere;
  };

  function createWriter(seed: number, passageEvery: number) {
    const random = createRandom(seed);
    const isNameless = passageEvery === 0;
    const known = isNameless ? vocabularyElsewhere() : { words, rareWords, madeUp };
    const sentence = (): string => {
      const length = 8 + Math.floor(random() * 16);
      const written = Array.from({ length }, () =>
        pick(random() * rareWordEvery < 1 ? known.rareWords : known.words, random),
      );
      if (random() * madeUpEvery < 1) written.splice(length >> 1, 0, pick(known.madeUp, random));
      written[0] = capitalise(written[0] ?? "");
      if (!isNameless || random() * quotedEvery >= 1) return `${written.join(" ")}.`;
      return `“${written.join(" ")}” – ${pick(known.madeUp, random)}’s ${pick(known.words, random)}.`;
    };
    const prose = (): string => {
      for (;;) {
        const text = Array.from({ length: 2 + Math.floor(random() * 4) }, sentence).join(" ");
        // Words that are no names can make one together.
        if (!isNameless || !isNamed(text)) return text;
      }
    };
    const isPassage = () => passageEvery > 0 && random() * passageEvery < 1;
    return { random, sentence, prose, isPassage };
  }

  function make({ units, passageEvery, menus = false }: PageOptions): string {
    const { random, sentence, prose, isPassage } = createWriter(units, passageEvery);
    const parts: string[] = [];
    let length = 0;
    const add = (tag: string, text: string, attributes = "") => {
      length += text.length;
      parts.push(`<${tag}${attributes}>${withInlineTags(text, random)}</${tag}>\n`);
    };
    const label = () => sentence().split(" ").slice(0, 3).join(" ");
    while (length < units) {
      parts.push("<nav><ul>\n");
      for (let link = 0; link < 20; link++) add("li", label());
      if (menus) for (const name of ownNamesOfLanguages().filter(isElsewhere)) add("li", name);
      parts.push("</ul></nav>\n<article>\n");
      add("h2", sentence());
      // One article in ten is in another language.
      const pool = random() < 0.1 ? documents : english;
      for (let left = 30; left > 0 && length < units; left--) {
        if (!isPassage()) {
          add("p", prose());
          continue;
        }
        const { lang, text } = pick(pool, random);
        add("p", text, pool === documents ? ` lang="${lang}"` : "");
      }
      parts.push("</article>\n<aside>\n");
      for (let teaser = 0; teaser < 8; teaser++) {
        add("h3", label());
        add("p", sentence());
      }
      parts.push("</aside>\n");
    }
    return pageOf(parts.join(""));
  }

  function makeDense(mentions: number): string {
    const random = createRandom(mentions);
    const parts: string[] = [];
    let left = mentions;
    while (left > 0) {
      const { text, expected } = pick(english, random);
      left -= expected.length;
      parts.push(`<p>${withInlineTags(text, random)}</p>\n`);
    }
    return pageOf(parts.join(""));
  }

  return { make, makeDense };
}

/** The words of the corpus's passages outside of what is marked in them, as often as they stand there. */
function wordsBetweenMentions(documents: readonly CorpusDocument[]): string[] {
  return documents.flatMap(({ text, expected }) => {
    let rest = text;
    for (const { start, end } of expected.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
    return rest.match(/(?<![\p{L}\p{M}])\p{Ll}+(?!\p{L})/gu) ?? [];
  });
}

/** As menus of languages have them. */
function ownNamesOfLanguages(): string[] {
  const all = "ar bg bn cs da de el es fa fi fr he hi hu hy id it ja ka ko lt nl pl pt ro sr sv ta th tr ur vi zh";
  return all.split(" ").map((lang) => new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A third of the texts have a link or emphasis in them, as the news has. */
function withInlineTags(text: string, random: () => number): string {
  const words = text.split(" ");
  if (words.length < 6 || random() > 1 / 3) return encode(text);
  const at = Math.floor(random() * (words.length - 3));
  const tag = pick(["a", "b", "em"], random);
  const [before, inner, after] = [words.slice(0, at), words.slice(at, at + 3), words.slice(at + 3)].map((part) =>
    encode(part.join(" ")),
  );
  return `${before} <${tag}${tag === "a" ? ' href="#"' : ""}>${inner}</${tag}> ${after}`;
}

function encode(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");
}

function pageOf(body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A page to measure on</title><link rel="icon" href="data:,">
<style>body { font: 16px/1.5 sans-serif; margin: 0 auto; max-width: 45em } nav li { display: inline-block; margin: 0 8px }</style>
</head>
<body>
${body}</body>
</html>
`;
}
