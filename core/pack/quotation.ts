/** The check that a quotation is in its source: character for character, but for Unicode form and quote-mark style. */

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
/** Scripts written without spaces, where a quotation may begin and end between any two characters. */
const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** `text` in Unicode NFC with single and double quote marks made straight; nothing else is changed. */
function foldQuotation(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u2018\u2019\u201A\u201B\u2039\u203A]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F\u00AB\u00BB]/g, '"');
}

/** Whether `text` holds the words of `quote`, whole words at both ends, after `foldQuotation` of both. */
export function isQuotedFrom(quote: string, text: string): boolean {
  const needle = foldQuotation(quote);
  const hay = foldQuotation(text);
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
    if (!splitsWord(hay, at) && !splitsWord(hay, at + needle.length)) return true;
  }
  return false;
}

/** How many words `text` has, as a word processor counts: runs between white space that hold a letter or digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((run) => wordCharacter.test(run)).length;
}

/** The passage of `texts`, about as long as `quote`, that is most like it; for messages about a misquotation. */
export function nearestPassage(quote: string, texts: readonly string[]): string {
  const wanted = unitsOf(quote);
  const wantedPairs = countPairs(wanted);
  let best = { likeness: -1, passage: "" };
  for (const text of texts) {
    const units = unitsOf(text);
    for (let first = 0; first === 0 || first + wanted.length <= units.length; first++) {
      const slice = units.slice(first, first + wanted.length);
      const likeness = commonPairs(wantedPairs, countPairs(slice));
      if (likeness > best.likeness) {
        best = { likeness, passage: text.slice(slice[0]?.start ?? 0, slice.at(-1)?.end ?? text.length) };
      }
    }
  }
  return best.passage;
}

/** Whether the boundary at `at` stands between two characters of one word. */
function splitsWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at).match(/.$/su)?.[0];
  const after = text.slice(at, at + 2).match(/^./su)?.[0];
  if (!before || !after || unspacedScript.test(before) || unspacedScript.test(after)) return false;
  return wordCharacter.test(before) && wordCharacter.test(after);
}

/** A word, or a single character in scripts without spaces, folded for comparison. */
interface Unit {
  folded: string;
  start: number;
  end: number;
}

function unitsOf(text: string): Unit[] {
  const pattern = new RegExp(`${unspacedScript.source}|(?:(?!${unspacedScript.source})\\S)+`, "gu");
  return Array.from(text.matchAll(pattern), (match) => ({
    folded: foldQuotation(match[0]).toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Letter pairs, so that a word with one wrong letter still counts for most of itself. */
function countPairs(units: readonly Unit[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const { folded } of units) {
    const framed = ` ${folded} `;
    for (let at = 0; at + 2 <= framed.length; at++) {
      const pair = framed.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

function commonPairs(one: Map<string, number>, other: Map<string, number>): number {
  let common = 0;
  for (const [pair, count] of one) common += Math.min(count, other.get(pair) ?? 0);
  return common;
}
