import { findMisspelt, lettersShared } from "./find-misspelt.ts";

/** How a query's term is met by a term of a text; 0 where it is not. */
export const met = { word: 255, beginning: 254, misspelt: 200 } as const;

/** All terms of the texts that are searched. */
export interface Vocabulary {
  /** Calls `found` with each term that is `term` or begins with it, by its place. */
  findBeginning(term: string, found: (place: number, met: number) => void): void;
  /** The same for terms that `term`, or what they begin with, is a few letters off: lower by 10 for each letter. */
  findMisspelt(term: string, found: (place: number, met: number) => void): void;
}

/** `terms` in the order of code units. */
export function createVocabulary(terms: readonly string[]): Vocabulary {
  let shared: Uint8Array | undefined;
  return {
    findBeginning(term, found) {
      for (let place = firstFrom(terms, term); terms[place]?.startsWith(term); place += 1) {
        found(place, terms[place] === term ? met.word : met.beginning);
      }
    },
    findMisspelt(term, found) {
      const most = lettersForgiven(term.length);
      if (most === 0) return;
      shared ??= lettersShared(terms);
      findMisspelt(terms, shared, term, most, (place, mistakes) => found(place, met.misspelt - 10 * mistakes));
    },
  };
}

/** Two letters swapped count as one mistake; short words are too alike to forgive much. */
function lettersForgiven(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

/** The first place whose term does not come before `term`. */
function firstFrom(terms: readonly string[], term: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? "") < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
