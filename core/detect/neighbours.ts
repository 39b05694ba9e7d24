import { classOf, IGNORED, KATAKANA, LETTER, MARK, SINGLE } from "../names/characters.ts";
import { startsUpper } from "./case-rule.ts";

/** A word beside a name, and what stands between the two. */
export interface Neighbour {
  word: string;
  start: number;
  end: number;
  /** The text between the word and the name, at most `reach` units. */
  gap: string;
}

const reach = 4;

function isWord(unit: number): boolean {
  const kind = classOf(unit);
  return kind === LETTER || kind === KATAKANA || kind === MARK || kind === IGNORED;
}

/** The word that ends before `at`, if it does so within reach. */
export function wordBefore(text: string, at: number): Neighbour | undefined {
  let end = at;
  while (end > 0 && at - end <= reach && !isWord(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && isWord(text.charCodeAt(start - 1))) start--;
  return start < end ? { word: text.slice(start, end), start, end, gap: text.slice(end, at) } : undefined;
}

/** The word that begins at or after `at`, if it does so within reach. */
export function wordAfter(text: string, at: number): Neighbour | undefined {
  let start = at;
  while (start < text.length && start - at <= reach && !isWord(text.charCodeAt(start))) start++;
  let end = start;
  while (end < text.length && isWord(text.charCodeAt(end))) end++;
  return start < end ? { word: text.slice(start, end), start, end, gap: text.slice(at, start) } : undefined;
}

/** Whether a gap is mere white space within one line. */
export function isSpace(gap: string): boolean {
  return gap === " " || /^[^\S\n\r]+$/.test(gap);
}

/** Whether a sentence, a quotation or a line begins at `at`. */
export function startsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at).replace(/[^\S\n]+$/, "");
  const inner = before.replace(/["“”„«»'‘’([{*]+$/, "");
  if (inner !== before) return true;
  if (inner.trim() === "" && at <= 8) return true;
  return /[.!?…:;|•·–—\n\-―>。！？\d]$/.test(inner);
}

/** How the letters of a line stand, which says what a capital in it means. */
export type Capitals = "sentence" | "title" | "all";

/** The capitals of the line around `start`–`end` (to the next line break or sentence end, 200 units at most each way). */
export function capitalsAround(text: string, start: number, end: number): Capitals {
  const from = lastBreak(text.slice(Math.max(0, start - 200), start)) + Math.max(0, start - 200);
  const after = text.slice(end, end + 200);
  const to = end + (/[.!?]["”’)]?\s|\n/.exec(after)?.index ?? after.length);
  const all = wordsOf(text, from, to);
  const words = all.filter(({ length }) => length >= 4);
  if (words.length < 3) {
    const known = all.filter(({ length }) => length >= 2);
    const areUpper = known.length >= 2 && known.every((word) => word === word.toUpperCase() && startsUpper(word));
    return areUpper && !beginsSmall.test(text.slice(from, to)) ? "all" : "sentence";
  }
  const capital = words.filter(startsUpper);
  const upper = capital.filter((word) => word === word.toUpperCase());
  if (upper.length >= words.length * 0.8) return "all";
  // Headlines are short and have no full stop; a sentence crowded with names is none.
  if (to - from >= 150 || words.length < 4 || capital.length < words.length * 0.75) return "sentence";
  return sentenceOver.test(text.slice(from, to + 1)) ? "sentence" : "title";
}

const beginsSmall = /(?:^|[^\p{L}\p{M}'’.])\p{Ll}/u;
const sentenceOver = /[\p{Ll}\d][.;]["”’)]?$/u;

/** The runs of letters in a stretch of a text. */
function wordsOf(text: string, from: number, to: number): string[] {
  const words: string[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && isLetter(text.charCodeAt(at))) continue;
    if (at > start) words.push(text.slice(start, at));
    start = at + 1;
  }
  return words;
}

// By the tables: an expression that knows letters by their properties takes a millisecond to compile, on every page anew.
function isLetter(unit: number): boolean {
  const kind = classOf(unit);
  return (kind === LETTER && (unit < 48 || unit > 57)) || kind === SINGLE || kind === KATAKANA;
}

function lastBreak(text: string): number {
  let last = 0;
  for (const match of text.matchAll(/[.!?]["”’)]?\s|\n/g)) last = match.index + match[0].length;
  return last;
}
