import { fold } from "../names/characters.ts";
import type { NamesIndex } from "../names/names-index.ts";
import { startsUpper } from "./case-rule.ts";
import { isSpace, type Neighbour, wordAfter } from "./neighbours.ts";

/** A word that names an institution together with what stands before it, unless it begins an office (House Speaker). */
export function isHead(
  after: Neighbour,
  kind: "person" | "place" | "organisation",
  text: string,
  index: NamesIndex,
): boolean {
  const { headsAfter } = index.rules;
  const word = fold(after.word);
  const is = (head: string) => headsAfter.any.has(head) || headsAfter[kind].has(head);
  // Finnish, Hungarian and others inflect it: Trump Toweria, Trump Towerben.
  const isInflected =
    !index.rules.titles.has(word) &&
    [1, 2, 3, 4].some((suffix) => word.length - suffix >= 5 && is(word.slice(0, -suffix)));
  return (is(word) || isInflected) && !isOffice(text, after, index);
}

/** Whether a title follows: Treasury Secretary, Army General. */
function isOffice(text: string, { end }: Neighbour, index: NamesIndex): boolean {
  const next = wordAfter(text, end);
  return next !== undefined && isSpace(next.gap) && index.rules.officesAfter.has(fold(next.word));
}

/** Whether the run of capitalised words from `first` on (with "of", "and", "for" between) names an institution. */
export function leadsToInstitution(
  text: string,
  first: Neighbour,
  kind: "person" | "place" | "organisation",
  index: NamesIndex,
): boolean {
  const { institutions, titles, headsAfter } = index.rules;
  let word: Neighbour | undefined = first;
  for (let steps = 0; word && steps < 7; steps++) {
    if (steps > 0 && !isSpace(word.gap)) return false;
    if (startsUpper(word.word)) {
      const folded = fold(word.word);
      const isInstitution = (one: string) =>
        headsAfter[kind].has(one) || (kind === "person" ? headsAfter.any : institutions).has(one);
      if (isInstitution(folded)) return !isOffice(text, word, index);
      const next = wordAfter(text, word.end);
      const leadsOn = next && isSpace(next.gap) && startsUpper(next.word) && isInstitution(fold(next.word));
      if (titles.has(folded) && !leadsOn) return false;
    } else if (!/^(?:of|and|for|the|on|in|&)$/.test(word.word)) return false;
    word = wordAfter(text, word.end);
  }
  return false;
}
