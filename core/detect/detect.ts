import type { NamesIndex } from "../names/names-index.ts";
import { type DecideOptions, decide } from "./decide.ts";
import type { Mention } from "./mention.ts";
import { readPassage } from "./read-passage.ts";

/**
 * The mentions in a whole plain text, in order, with offsets into it. Blank lines part its passages; a single line break
 * may stand inside a name. `lang` is a BCP 47 tag, or "" where it is not known.
 */
export function detect(text: string, lang: string, index: NamesIndex, options: DecideOptions): Mention[] {
  const passages = splitPassages(text);
  const readings = passages.map(({ start, end }) => readPassage(text.slice(start, end), lang, index));
  return decide(readings, index, options).flatMap((mentions, i) => {
    const offset = passages[i]?.start ?? 0;
    return mentions.map(({ card, start, end }) => ({ card, start: start + offset, end: end + offset }));
  });
}

function splitPassages(text: string): { start: number; end: number }[] {
  const passages: { start: number; end: number }[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\r?\n[^\S\n]*\r?\n\s*/g)) {
    passages.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  passages.push({ start, end: text.length });
  return passages;
}
