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

/** What is known of each card before any full name was met. */
export function createEvidence(index: NamesIndex): CardEvidence[] {
  return index.cards.map(() => ({ all: [], own: undefined, rival: undefined }));
}

/** Adds the full names of a page's next passage to what is known. */
export function addEvidence(found: readonly Evidence[], evidence: readonly CardEvidence[]): void {
  for (const one of found) {
    const known = evidence[one.card];
    if (!known) continue;
    known.all.push(one);
    if (one.rival) known.rival ??= one;
    else known.own ??= one;
  }
}

/** The full names in the passage numbered `passage`, which is read in `language`; in its order. */
export function fullNamesIn(candidates: readonly Candidate[], passage: number, language: string): Evidence[] {
  const found: Evidence[] = [];
  for (const candidate of candidates) {
    const { name, left, end, otherFrom, titled } = candidate;
    const own = (name.kind === "full" && !name.decoy && !name.weak && !left) || (titled === true && !name.weak);
    const rival =
      (name.rival && !left) ||
      (left === "other-person" && (name.kind === "surname" || name.kind === "given")) ||
      left === "defined-otherwise";
    if (!(own || rival) || !isOfLanguage(candidate, language) || isInDecoy(candidate, candidates, language)) continue;
    found.push({ card: name.card, passage, start: otherFrom ?? candidate.start, end, rival });
  }
  return found;
}

function isInDecoy({ name, start, end }: Candidate, all: readonly Candidate[], language: string): boolean {
  if (name.decoy) return false;
  const holds = (other: Candidate) => other.name.decoy && !other.left && other.start <= start && other.end >= end;
  return all.some((other) => holds(other) && isOfLanguage(other, language));
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
