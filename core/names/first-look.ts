import { classOf, LETTER } from "./characters.ts";

/** The scripts that a first look tells apart: what it looks for in one, it looks for only where that one is. */
export const scripts = {
  latin: /(?:)/,
  cyrillic: /[\u0400-\u052F]/,
  greek: /[\u0370-\u03FF\u1F00-\u1FFF]/,
  hebrew: /[\u0590-\u05FF]/,
  arabic: /[\u0600-\u06FF]/,
  indic: /[\u0900-\u0DFF]/,
  thai: /[\u0E00-\u0EFF]/,
  georgian: /[\u10A0-\u10FF\u1C90-\u1CBF]/,
  kana: /[\u3040-\u30FF]/,
  han: /[\u3400-\u9FFF]/,
  hangul: /[\uAC00-\uD7A3]/,
};

export type Script = keyof typeof scripts;

/** Regular expressions of word beginnings, by script; of `smallNames`, alternatives alone. */
export type ByScript = Partial<Record<Script, string>>;

/**
 * On every page that holds mentions stands one of `names`, or one of `smallNames`, or one of `cues` and, once the page is
 * in small letters, one of `topics`. Small letters are searched for apart: that is several times slower.
 */
export interface FirstLookModule {
  names: ByScript;
  smallNames: ByScript;
  topics: ByScript;
  cues: ByScript;
}

/** Whether a text may hold a mention by itself: true wherever it does, and seldom where it does not. */
export type FirstLook = (text: string) => boolean;

/**
 * Latin letters and the punctuation of most texts, which need none of what follows. As a loop over all of a text, and of few
 * ranges, it takes a third of what a search for anything else does; single characters are searched for by the byte.
 */
const plain = /^[\0-\u02FF\u2010-\u2029]*$/;
const softHyphen = "\u00AD";
/** Stretches in other scripts, with what is between their words: menus of languages are in a dozen of them. */
const beyondLatin = /[\u0370-\u1DFF\u2C00-\uD7FF][^A-Za-z]*/g;
/** What folding drops, composes or narrows: a text with any of it is to be rid of it before it is looked at. */
const odd =
  /[\u0300-\u036F\uFE00-\uFE0F]|[\u00AD\u0591-\u05C7\u0610-\u061A\u061C\u0640\u064B-\u065F\u0670\u1100-\u11FF\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3099\u309A\uFEFF\uFF01-\uFF9F]/;
const dropped =
  /\p{Default_Ignorable_Code_Point}|[\u0300-\u036F]|[\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/gu;
const handles = /[#@][\p{L}\p{N}_]+/gu;

/**
 * Makes the look by which most pages are left: native regular expressions over a page's raw text, several times quicker
 * than reading it. Capitals count as for names; which words stand beside each other does not.
 */
export function createFirstLook({ names, smallNames, topics, cues }: FirstLookModule): FirstLook {
  const hasName = createSearch(names);
  const hasSmallName = createSearchForWords(smallNames);
  const hasTopic = createSearch(topics);
  const hasCue = createSearch(cues);
  return (raw) => {
    const text = takeApart(raw);
    return hasName(text) || hasSmallName(text) || (hasCue(text) && hasTopic(inSmallLetters(text)));
  };
}

/** A text, its handles, and its stretches in scripts other than Latin, with the scripts that these are in. */
interface Parts {
  text: string;
  handles: string;
  beyond: string;
  scripts: readonly Script[];
}

type Search = (parts: Parts) => boolean;

function takeApart(raw: string): Parts {
  const isPlain = plain.test(raw);
  const isOdd = isPlain ? raw.includes(softHyphen) : odd.test(raw);
  const text = isOdd ? raw.normalize("NFKC").replace(dropped, "") : raw;
  const beyond = isPlain ? "" : (text.match(beyondLatin)?.join("\n") ?? "");
  const present = beyond ? all.filter((script) => scripts[script].test(beyond)) : latin;
  const tags = text.includes("#") || text.includes("@") ? (text.match(handles)?.join(" ") ?? "") : "";
  return { text, handles: tags, beyond, scripts: present };
}

function inSmallLetters({ text, handles, beyond, scripts }: Parts): Parts {
  return { text: text.toLowerCase(), handles, beyond: beyond.toLowerCase(), scripts };
}

const all = Object.keys(scripts) as Script[];
const latin = ["latin"] as const;

/**
 * A search of a text, and in any case of its handles, for what belongs to the scripts that are present. Raw text runs the end
 * of one block into the beginning of the next, so it does not look at what stands before.
 */
function createSearch(expressions: ByScript): Search {
  const made = new Map<string, RegExp>();
  function isIn(text: string, script: Script, flags: string): boolean {
    const source = expressions[script];
    if (!source) return false;
    const key = script + flags;
    const expression = made.get(key) ?? new RegExp(source, flags);
    made.set(key, expression);
    return expression.test(text);
  }
  return ({ text, handles, beyond, scripts }) =>
    scripts.some(
      (script) =>
        isIn(script === "latin" ? text : beyond, script, "") || (handles !== "" && isIn(handles, script, "i")),
    );
}

/** A search for words at their beginnings: in small letters too many others hold them. */
function createSearchForWords(words: ByScript): Search {
  const finders = new Map<Script, Finder[]>();
  const findersOf = (script: Script) => {
    const made = finders.get(script) ?? (words[script]?.split("|") ?? []).map(createFinder);
    finders.set(script, made);
    return made;
  };
  return ({ text, beyond, scripts }) =>
    scripts.some((script) => {
      const searched = script === "latin" ? text : beyond;
      return findersOf(script).some((find) => {
        let at = find(searched, 0);
        while (at >= 0 && isLetter(searched, at - 1)) at = find(searched, at + 1);
        return at >= 0;
      });
    });
}

/** Where an expression is next found from an offset on; below 0: nowhere. */
type Finder = (text: string, from: number) => number;

/** The letters of English from the rarest on: browsers search for a string by its first. */
const rarest = [..."zqxjkvbpygfwmucldrhsnioate"];

function createFinder(expression: string): Finder {
  if (!/^\p{L}+$/u.test(expression)) {
    const search = new RegExp(expression, "g");
    return (text, from) => {
      search.lastIndex = from;
      return search.exec(text)?.index ?? -1;
    };
  }
  const first = Math.max(0, expression.indexOf(rarest.find((letter) => expression.includes(letter)) ?? ""));
  const rest = expression.slice(first);
  return (text, from) => {
    let at = text.indexOf(rest, from + first);
    while (at >= 0 && !text.startsWith(expression, at - first)) at = text.indexOf(rest, at + 1);
    return at - first;
  };
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && classOf(text.charCodeAt(at)) === LETTER;
}
