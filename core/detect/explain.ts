import type { NamesIndex } from "../names/names-index.ts";
import type { Verdict } from "./verdict.ts";

/** The words of a place on the page: `passage` as numbered in the reading, offsets its own. */
export type WordsAt = (passage: number, start: number, end: number) => string;

/**
 * Says in one sentence why a written form was taken or left, with the words on the page that decided it. The same
 * sentence serves the command line and the popup.
 */
export function explain(verdict: Verdict, index: NamesIndex, wordsAt: WordsAt): string {
  const { candidate, because, at } = verdict;
  const title = index.cards[candidate.name.card]?.title ?? "";
  const other = at ? `“${wordsAt(at.passage, at.start, at.end)}”` : "";
  switch (because) {
    case "name":
      return `It is a name of ${title} that needs nothing else.`;
    case "full-name-on-page":
      return `It can mean others; here ${other} on the page shows that ${title} is meant.`;
    case "cue":
      return `It can mean others; here ${other} close by shows that ${title} is meant.`;
    case "case":
      return `Its capitals are not those of a name of ${title}.`;
    case "inside-a-word":
      return "It is part of a longer word.";
    case "address":
      return "It is part of an address or of a file’s name.";
    case "a-people":
      return "It is part of the word for a people or a language.";
    case "longer-name":
      return "It is part of a longer proper name, which names something else.";
    case "other-person":
      return `It is part of another person’s name, not of ${title}.`;
    case "needs-case":
      return "In a line of capitals it can be an ordinary word.";
    case "a-company":
      return "It is part of a company’s name.";
    case "defined-otherwise":
      return `The page uses it for something else: ${other}.`;
    case "decoy":
      return candidate.name.decoy ? "It means something else." : `It is part of ${other}, which means something else.`;
    case "other-language":
      return `It names ${title} only in ${candidate.name.langs.join(", ")}, and this text is in another language.`;
    case "no-cue":
      return `It can mean others, and nothing here shows that ${title} is meant.`;
    case "rival":
      return `It can mean others, and ${other} is the full name beside it.`;
    case "far-from-full-name":
      return `It is a first name, and ${title} is not named close by.`;
    case "inside-another":
      return `It is part of ${other}, which is marked.`;
    case "other-story":
      return "Another story is named beside it.";
    case "not-of-story":
      return `${title} is named on many pages, and this one is not of the story.`;
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
