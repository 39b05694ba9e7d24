import type { NamesIndex } from "../names/names-index.ts";
import type { Candidate, PassageReading } from "./read-passage.ts";

/** A full name on the page: the subject's own, or that of another bearer of its surname or acronym. */
export interface Evidence {
  passage: number;
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
    const counted = candidates.filter((candidate) => counts(candidate, passage));
    const decoys = counted.filter(({ name, left }) => name.decoy && !left);
    const isHeld = ({ name, start, end }: Candidate) =>
      !name.decoy && decoys.some((decoy) => decoy.start <= start && decoy.end >= end);
    for (const candidate of counted) {
      const { name, left, end, otherFrom, titled } = candidate;
      const start = otherFrom ?? candidate.start;
      const own = (name.kind === "full" && !name.decoy && !name.weak && !left) || (titled === true && !name.weak);
      const rival =
        (name.rival && !left) ||
        (left === "other-person" && (name.kind === "surname" || name.kind === "given")) ||
        left === "defined-otherwise";
      if ((own || rival) && !isHeld(candidate)) evidence[name.card]?.push({ passage, start, end, rival });
    }
  });
  return evidence;
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
