import type { NamesIndex } from "../names/names-index.ts";
import type { Words } from "../words/words.ts";
import { type DecideOptions, decide, weigh } from "./decide.ts";
import { explain, telling } from "./explain.ts";
import { explainRefusal } from "./explain-refusal.ts";
import type { Mention } from "./mention.ts";
import { readPassage } from "./read-passage.ts";
import type { Verdict } from "./verdict.ts";

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

/** A written form in a text, what was decided of it, and why. */
export interface Explained extends Mention {
  taken: boolean;
  because: Verdict["because"];
  why: string;
}

/** As `detect`, for every form of a name found: whether it counts, and why, in a sentence. */
export function explainText(
  text: string,
  lang: string,
  index: NamesIndex,
  options: DecideOptions,
  words: Words,
): Explained[] {
  const passages = splitPassages(text);
  const readings = passages.map(({ start, end }) => readPassage(text.slice(start, end), lang, index, true));
  const wordsAt = (passage: number, start: number, end: number) => {
    const offset = passages[passage]?.start ?? 0;
    return text.slice(start + offset, end + offset);
  };
  return weigh(readings, index, options).flatMap((verdicts, i) => {
    const offset = passages[i]?.start ?? 0;
    return telling(verdicts).map((verdict) => ({
      card: index.cards[verdict.candidate.name.card]?.id ?? "",
      start: verdict.candidate.start + offset,
      end: verdict.candidate.end + offset,
      taken: verdict.taken,
      because: verdict.because,
      why: explain(verdict, index, wordsAt, words) ?? explainRefusal(verdict, index, wordsAt),
    }));
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
