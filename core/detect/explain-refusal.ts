import type { NamesIndex } from "../names/names-index.ts";
import type { WordsAt } from "./explain.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Says in one English sentence why a written form was left, with the words in the text that decided it: for editors, at the
 * command line. "" for a form that was taken.
 */
export function explainRefusal(verdict: Verdict, index: NamesIndex, wordsAt: WordsAt): string {
  const { candidate, because, at } = verdict;
  const title = index.cards[candidate.name.card]?.title ?? "";
  const other = at ? `“${wordsAt(at.passage, at.start, at.end)}”` : "";
  switch (because) {
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
    default:
      return "";
  }
}
