import { classOf, foldUnits, LETTER } from "../names/characters.ts";
import { isPrefixingScript } from "./find-names.ts";

/** A stretch of a text, and how many units lie between it and where the search began. */
export interface Nearby {
  start: number;
  end: number;
  distance: number;
}

/**
 * The nearest place, at most `reach` units before `start` or after `end`, where a word begins with one of `stems`
 * (folded). What stands between `start` and `end` does not count.
 */
export function nearestWord(
  text: string,
  start: number,
  end: number,
  stems: readonly string[],
  reach: { before: number; after: number },
): Nearby | undefined {
  const from = Math.max(0, start - reach.before);
  const window = foldUnits(`${text.slice(from, start)}${" ".repeat(end - start)}${text.slice(end, end + reach.after)}`);
  let nearest: Nearby | undefined;
  for (const stem of stems) {
    for (let at = window.indexOf(stem); at >= 0; at = window.indexOf(stem, at + 1)) {
      if (isWithinWord(window, at)) continue;
      const found = { start: from + at, end: from + at + stem.length };
      const distance = found.start < start ? start - found.end : found.start - end;
      if (!nearest || distance < nearest.distance) nearest = { ...found, distance };
    }
  }
  return nearest;
}

/** Whether a letter stands right before; Arabic and Hebrew write prefixes on to the word. */
function isWithinWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at > 0 && classOf(before) === LETTER && !isPrefixingScript(before);
}

const sentenceEnd = /[.!?]["”’»)]?\s|[。！？\n]/;

/** How far the sentence around a stretch reaches, at most `most` units each way. */
export function sentenceReach(
  text: string,
  start: number,
  end: number,
  most: number,
): { before: number; after: number } {
  const before = text.slice(Math.max(0, start - most), start);
  const after = text.slice(end, end + most);
  let begin = 0;
  for (const match of before.matchAll(new RegExp(sentenceEnd, "g"))) begin = match.index + match[0].length;
  return { before: before.length - begin, after: sentenceEnd.exec(after)?.index ?? after.length };
}
