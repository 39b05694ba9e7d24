import type { NamesIndex } from "../names/names-index.ts";
import type { Words } from "../words/words.ts";
import type { Verdict } from "./verdict.ts";

/** The words of a place on the page: `passage` as numbered in the reading, offsets its own. */
export type WordsAt = (passage: number, start: number, end: number) => string;

/**
 * Says in one sentence why a written form is a mention, with the words on the page that decided it; undefined for one that
 * was left. The same sentence serves the command line and the popup.
 */
export function explain(verdict: Verdict, index: NamesIndex, wordsAt: WordsAt, words: Words): string | undefined {
  const { candidate, because, at } = verdict;
  const title = index.cards[candidate.name.card]?.title ?? "";
  const other = at ? wordsAt(at.passage, at.start, at.end) : "";
  switch (because) {
    case "name":
      return words.say("whyName", { title });
    case "full-name-on-page":
      return words.say("whyFullName", { other, title });
    case "cue":
      return words.say("whyCue", { other, title });
    default:
      return undefined;
  }
}

/**
 * The verdicts worth telling: one for each stretch and card, the taken one if there is one (the same letters may be
 * several names), and none for what only repeats that a longer mention covers it.
 */
export function telling(verdicts: readonly Verdict[]): Verdict[] {
  const best = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const { name, start, end } = verdict.candidate;
    const key = `${name.card} ${start} ${end}`;
    const known = best.get(key);
    if (!known || (verdict.taken && !known.taken)) best.set(key, verdict);
  }
  return [...best.values()];
}
