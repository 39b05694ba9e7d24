import type { NamesIndex } from "../names/names-index.ts";
import type { Verdict } from "./verdict.ts";

/** Whether a page belongs to the story: it names an anchor (Zelensky, Ukraine, Crimea …). */
export function isOfStory(narrow: readonly (readonly Verdict[])[], index: NamesIndex): boolean {
  return narrow.some((verdicts) =>
    verdicts.some(({ taken, candidate }) => taken && index.cards[candidate.name.card]?.anchor),
  );
}
