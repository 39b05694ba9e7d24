import type { NamesIndex } from "../names/names-index.ts";
import type { Words } from "../words/words.ts";
import type { Verdict } from "./verdict.ts";

/** The words of a place on the page: `passage` as numbered in the reading, offsets its own. */
export type WordsAt = (passage: number, start: number, end: number) => string;

/**
 * Says in one sentence why a written form was taken or left, with the words on the page that decided it. The same
 * sentence serves the command line and the popup.
 */
export function explain(verdict: Verdict, index: NamesIndex, wordsAt: WordsAt, words: Words): string {
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
    case "case":
      return words.say("whyCase", { title });
    case "inside-a-word":
      return words.say("whyInsideWord");
    case "address":
      return words.say("whyAddress");
    case "a-people":
      return words.say("whyPeople");
    case "longer-name":
      return words.say("whyLongerName");
    case "other-person":
      return words.say("whyOtherPerson", { title });
    case "needs-case":
      return words.say("whyNeedsCase");
    case "a-company":
      return words.say("whyCompany");
    case "defined-otherwise":
      return words.say("whyDefinedOtherwise", { other });
    case "decoy":
      return candidate.name.decoy ? words.say("whyDecoy") : words.say("whyPartOfDecoy", { other });
    case "other-language":
      return words.say("whyOtherLanguage", { languages: candidate.name.langs.join(", "), title });
    case "no-cue":
      return words.say("whyNoCue", { title });
    case "rival":
      return words.say("whyRival", { other });
    case "far-from-full-name":
      return words.say("whyFarFromFullName", { title });
    case "inside-another":
      return words.say("whyInsideAnother", { other });
    case "other-story":
      return words.say("whyOtherStory");
    case "not-of-story":
      return words.say("whyNotOfStory", { title });
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
