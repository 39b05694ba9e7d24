import { fold, spellingsOf } from "./characters.ts";
import { type ByScript, type FirstLookModule, type Script, scripts } from "./first-look.ts";
import { type NamesModule, nameFlags } from "./names-module.ts";

/** The start of a word, or with `isWhole` all of a form. */
interface Beginning {
  /** With the capitals that it has in names. */
  text: string;
  folded: string;
  isWhole: boolean;
  /** Whether it counts in small letters too. */
  isAnyCase: boolean;
}

/** How much of a word is looked for, in UTF-16 units; less where units are syllables or words. */
const longest: Partial<Record<Script, number>> = { thai: 4, kana: 3, han: 3, hangul: 3 };
const usual = 6;
/** Words that are shorter, in scripts with case, tell little, and too much begins with them. */
const shortest = 5;
/** A case rule's index: capitals do not matter. */
const anyCase = 0;

/**
 * Chooses, for every way in which a page by itself can come to hold mentions, a word of it: one of a name that needs no
 * story; or one of a topic's name, with one of the cues that tell its story. One word does for many names.
 */
export function compileFirstLook({ cards, cues, rows }: Pick<NamesModule, "cards" | "cues" | "rows">): FirstLookModule {
  const names: Beginning[][] = [];
  const topics: Beginning[][] = [];
  for (const [index, , flags, forms] of rows) {
    const card = cards[index];
    if (!card || flags & nameFlags.decoy || (card.broad && card.kind !== "topic")) continue;
    for (const form of forms.split("|")) {
      if (card.broad) topics.push(beginningsOf(fold(form), true));
      else names.push(beginningsOf(form, (flags & 3) === anyCase));
    }
  }
  const telling = cards.filter(({ broad, kind }) => broad && kind === "topic").flatMap((card) => card.cues);
  const small = cover(names.filter((choice) => choice.some(({ text, isAnyCase }) => isAnyCase && hasCapitals(text))));
  return {
    // Those that are searched for in small letters may have capitals after all.
    names: expressionsOf([...cover(names), ...small], capitalCases),
    smallNames: wordsByScript(small, smallCase),
    topics: expressionsOf(cover(topics), smallCase),
    cues: expressionsOf(
      [...new Set(telling)].flatMap((cue) => beginningsOfCue(cues[cue] ?? "")),
      capitalCases,
    ),
  };
}

type Cases = (beginning: Beginning) => string[];

function expressionsOf(beginnings: readonly Beginning[], casesOf: Cases): ByScript {
  const words = Object.entries(wordsByScript(beginnings, casesOf)) as [Script, string][];
  return Object.fromEntries(words.map(([script, all]) => [script, nest(all.split("|"))]));
}

function wordsByScript(beginnings: readonly Beginning[], casesOf: Cases): ByScript {
  const expressions = new Map<Script, Set<string>>();
  for (const beginning of beginnings) {
    const script = scriptOf(beginning.text);
    const known = expressions.get(script) ?? new Set();
    for (const text of casesOf(beginning)) known.add(expressionOf(text, beginning.isWhole, script));
    expressions.set(script, known);
  }
  return Object.fromEntries([...expressions].map(([script, all]) => [script, [...all].sort().join("|")]));
}

/** What one letter leads to in words of the same beginning; undefined where a word ends: longer ones are found by it. */
type Letters = Map<string, Letters | undefined>;

/** Words with their common beginnings written once: engines try one alternative after the other. */
function nest(words: readonly string[]): string {
  const root: Letters = new Map();
  for (const word of words) {
    const letters = word.match(/\(\?!\[.*?\]\)|\[.*?\]|\\s\+|\\.|./gsu) ?? [];
    let at: Letters | undefined = root;
    for (const [index, letter] of letters.entries()) {
      if (!at) break;
      const isLast = index === letters.length - 1;
      const next: Letters | undefined = isLast ? undefined : at.has(letter) ? at.get(letter) : new Map();
      at.set(letter, next);
      at = next;
    }
  }
  return written(root);
}

function written(letters: Letters): string {
  const all = [...letters].map(([letter, next]) => letter + (next ? written(next) : ""));
  return all.length === 1 ? all.join("") : `(?:${all.join("|")})`;
}

/** Cues are written small; those that are names stand with capitals on a page, and the others tell too little. */
function beginningsOfCue(cue: string): Beginning[] {
  const words = wordsOf(cue.normalize("NFKC"));
  const telling = words.filter((word) => words.length === 1 || word.length >= (leastIn(word) ?? shortest));
  return telling.map((word) =>
    beginning(word.charAt(0).toUpperCase() + word.slice(1, longest[scriptOf(word)] ?? usual), false, false),
  );
}

/** The words of a form that may stand for it, those with capitals where it has any; or else all of the form. */
function beginningsOf(form: string, isAnyCase: boolean): Beginning[] {
  const written = form.normalize("NFKC");
  const words = wordsOf(written);
  const capital = words.filter(startsUpper);
  const least = capital.length > 0 ? shortest : shortest - 1;
  const telling = (capital.length > 0 ? capital : words).filter((word) => word.length >= (leastIn(word) ?? least));
  if (telling.length === 0) return [beginning(written, true, isAnyCase)];
  return telling.map((word) => beginning(word.slice(0, longest[scriptOf(word)] ?? usual), false, isAnyCase));
}

/** Latin letters run on into those of Japanese and Korean. */
function wordsOf(text: string): string[] {
  const runs = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => run.match(/[\p{Script=Latin}\p{M}\p{N}]+|[^\p{Script=Latin}]+/gu) ?? []);
}

/** The shortest that tells anything in a script whose units are syllables or words. */
function leastIn(word: string): number | undefined {
  return longest[scriptOf(word)] && 2;
}

function beginning(text: string, isWhole: boolean, isAnyCase: boolean): Beginning {
  // The dotless i is folded like the other, and not searched for as one spelling of it.
  return { text, folded: text.split("ı").map(fold).join("ı"), isWhole, isAnyCase };
}

/** Few beginnings, of which each choice has at least one: what is the only choice somewhere, then what many share. */
function cover(choices: readonly (readonly Beginning[])[]): Beginning[] {
  const chosen = new Map<string, Beginning>();
  const choose = (beginning: Beginning) => chosen.set(keyOf(beginning, beginning.folded.length), beginning);
  const isCovered = (choice: readonly Beginning[]) => choice.some((beginning) => isChosen(beginning, chosen));
  const byNeed = choices.toSorted((a, b) => a.length - b.length || lengthOf(a) - lengthOf(b));
  for (const choice of byNeed) if (choice.length === 1 && choice[0] && !isCovered(choice)) choose(choice[0]);

  const shares = new Map<string, number>();
  for (const choice of choices.filter((one) => !isCovered(one))) {
    for (const folded of new Set(choice.map((beginning) => beginning.folded)))
      shares.set(folded, (shares.get(folded) ?? 0) + 1);
  }
  const sharesOf = ({ folded }: Beginning) => shares.get(folded) ?? 0;
  const mostShared = (choice: readonly Beginning[]) =>
    choice.reduce((best, one) => (sharesOf(one) > sharesOf(best) ? one : best));
  const left = choices.filter((choice) => !isCovered(choice)).map((choice) => ({ choice, best: mostShared(choice) }));
  for (const { choice, best } of left.toSorted((a, b) => sharesOf(b.best) - sharesOf(a.best))) {
    if (!isCovered(choice)) choose(best);
  }
  return [...chosen.values()];
}

function lengthOf(choice: readonly Beginning[]): number {
  return choice[0]?.text.length ?? 0;
}

/** By what a beginning, cut to a length, is known among those chosen. */
function keyOf({ folded, isWhole, isAnyCase }: Beginning, length: number): string {
  return `${isWhole ? "=" : "<"}${isAnyCase ? "any" : ""} ${folded.slice(0, length)}`;
}

/** Whether a beginning, or one that it begins with, was chosen. */
function isChosen(beginning: Beginning, chosen: ReadonlyMap<string, Beginning>): boolean {
  const { folded, isWhole, isAnyCase } = beginning;
  for (const any of isAnyCase ? [true] : [true, false]) {
    if (isWhole && chosen.has(keyOf({ ...beginning, isAnyCase: any }, folded.length))) return true;
    for (let length = 1; length <= folded.length; length++) {
      if (chosen.has(keyOf({ ...beginning, isWhole: false, isAnyCase: any }, length))) return true;
    }
  }
  return false;
}

/** As a name has it, in small letters after the first, and in capitals throughout. */
function capitalCases({ text }: Beginning): string[] {
  const capital = text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  return [text, capital, text.toUpperCase()].filter((written) => startsUpper(written) || !hasCapitals(text));
}

/** Georgian has capitals, and does not begin words with them. */
function hasCapitals(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase() && scriptOf(text) !== "georgian";
}

function smallCase({ text }: Beginning): string[] {
  return [text.toLowerCase()];
}

function expressionOf(text: string, isWhole: boolean, script: Script): string {
  const letters = [...text].map((letter) => {
    if (/\s/.test(letter)) return "\\s+";
    const spellings = spellingsOf(letter);
    return spellings.length > 1 ? `[${spellings}]` : spellings.replace(/[^\p{L}\p{M}\p{N}]/u, "\\$&");
  });
  // Raw text runs on into the capital of the next block: NATOThe, NATOTHE.
  const isShouted = text.length > 2 && text === text.toUpperCase() && startsUpper(text);
  const goesOn = goingOn[script];
  return letters.join("") + (isWhole && goesOn && !isShouted ? `(?!${goesOn})` : "");
}

/**
 * Letters by which a word goes on, small ones in scripts with case. Without the flag that knows letters by their
 * properties: it makes the search slower.
 */
const goingOn: Partial<Record<Script, string>> = {
  latin: "[a-zß-öø-ÿāăąćčďđēęěğģīķłļľńņňōőřśşšţťūůűźżžșț]",
  cyrillic: "[а-џґ]",
  greek: "[ά-ώ]",
  hebrew: scripts.hebrew.source,
  arabic: scripts.arabic.source,
  georgian: scripts.georgian.source,
  indic: scripts.indic.source,
};

/** Of a form in several scripts, Latin among them, Latin: that is searched for in all of a text. */
function scriptOf(word: string): Script {
  if (/\p{Script=Latin}/u.test(word)) return "latin";
  const all = Object.entries(scripts) as [Script, RegExp][];
  return all.find(([script, expression]) => script !== "latin" && expression.test(word))?.[0] ?? "latin";
}

function startsUpper(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}
