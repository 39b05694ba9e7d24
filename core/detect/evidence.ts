import type { NamesIndex } from "../names/names-index.ts";
import { speaks } from "./language.ts";
import type { Candidate } from "./read-passage.ts";

/** A full name on the page: the subject's own, or that of another bearer of its surname or acronym. */
export interface Evidence {
  card: number;
  passage: number;
  start: number;
  end: number;
  rival: boolean;
}

/** The full names of one card on a page, in its order, and the first of each kind. */
export interface CardEvidence {
  all: Evidence[];
  own: Evidence | undefined;
  rival: Evidence | undefined;
}

/** What the full names of a page, passage by passage, say of each card. */
export function collectEvidence(fullNames: readonly (readonly Evidence[])[], index: NamesIndex): CardEvidence[] {
  const evidence = index.cards.map((): CardEvidence => ({ all: [], own: undefined, rival: undefined }));
  for (const found of fullNames) {
    for (const one of found) {
      const known = evidence[one.card];
      if (!known) continue;
      known.all.push(one);
      if (one.rival) known.rival ??= one;
      else known.own ??= one;
    }
  }
  return evidence;
}

/** The full names in the passage numbered `passage`, which is read in `language`; in its order. */
export function fullNamesIn(candidates: readonly Candidate[], passage: number, language: string): Evidence[] {
  const counted = candidates.filter((candidate) => isOfLanguage(candidate, language));
  const decoys = counted.filter(({ name, left }) => name.decoy && !left);
  const isHeld = ({ name, start, end }: Candidate) =>
    !name.decoy && decoys.some((decoy) => decoy.start <= start && decoy.end >= end);
  return counted.flatMap((candidate): Evidence[] => {
    const { name, left, end, otherFrom, titled } = candidate;
    const start = otherFrom ?? candidate.start;
    const own = (name.kind === "full" && !name.decoy && !name.weak && !left) || (titled === true && !name.weak);
    const rival =
      (name.rival && !left) ||
      (left === "other-person" && (name.kind === "surname" || name.kind === "given")) ||
      left === "defined-otherwise";
    return (own || rival) && !isHeld(candidate) ? [{ card: name.card, passage, start, end, rival }] : [];
  });
}

/** Whether a form can be a name of its card in a passage that is read in `language`. */
export function isOfLanguage({ name, language: around = "" }: Candidate, language: string): boolean {
  return !name.strict || speaks(name.langs, language) || speaks(name.langs, around);
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
