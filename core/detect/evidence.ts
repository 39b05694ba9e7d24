import type { NamesIndex } from "../names/names-index.ts";
import type { Candidate, PassageReading } from "./read-passage.ts";

/** A full name on the page: the subject's own, or that of another bearer of its surname or acronym. */
export interface Evidence {
  passage: number;
  start: number;
  end: number;
  rival: boolean;
}

/** A full name found in a passage. */
export interface FullName {
  card: number;
  start: number;
  end: number;
  rival: boolean;
}

/** The full names of each card on the page, in the order of the page; only forms that `counts` admits. */
export function collectEvidence(
  passages: readonly PassageReading[],
  counts: (candidate: Candidate, passage: number) => boolean,
  index: NamesIndex,
): Evidence[][] {
  const evidence: Evidence[][] = index.cards.map(() => []);
  passages.forEach(({ candidates }, passage) => {
    for (const { card, start, end, rival } of fullNamesIn(candidates, (candidate) => counts(candidate, passage))) {
      evidence[card]?.push({ passage, start, end, rival });
    }
  });
  return evidence;
}

/** The full names in one passage, in its order; only forms that `counts` admits. */
export function fullNamesIn(candidates: readonly Candidate[], counts: (candidate: Candidate) => boolean): FullName[] {
  const counted = candidates.filter(counts);
  const decoys = counted.filter(({ name, left }) => name.decoy && !left);
  const isHeld = ({ name, start, end }: Candidate) =>
    !name.decoy && decoys.some((decoy) => decoy.start <= start && decoy.end >= end);
  return counted.flatMap((candidate): FullName[] => {
    const { name, left, end, otherFrom, titled } = candidate;
    const start = otherFrom ?? candidate.start;
    const own = (name.kind === "full" && !name.decoy && !name.weak && !left) || (titled === true && !name.weak);
    const rival =
      (name.rival && !left) ||
      (left === "other-person" && (name.kind === "surname" || name.kind === "given")) ||
      left === "defined-otherwise";
    return (own || rival) && !isHeld(candidate) ? [{ card: name.card, start, end, rival }] : [];
  });
}

/** The last of `known` at or before a place, or else the first after it. */
export function lastBefore(known: readonly Evidence[], passage: number, start: number): Evidence | undefined {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = known[middle];
    if (one && (one.passage < passage || (one.passage === passage && one.start <= start))) low = middle + 1;
    else high = middle;
  }
  return known[low - 1] ?? known[0];
}
