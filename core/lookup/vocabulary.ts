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
  let letters: Uint32Array | undefined;
  return {
    findBeginning(term, found) {
      for (let place = firstFrom(terms, term); terms[place]?.startsWith(term); place += 1) {
        found(place, terms[place] === term ? met.word : met.beginning);
      }
    },
    findMisspelt(term, found) {
      const most = lettersForgiven(term.length);
      if (most === 0) return;
      letters ??= Uint32Array.from(terms, lettersOf);
      const own = lettersOf(term);
      for (const [place, other] of terms.entries()) {
        // A letter of the query that is nowhere in the other term is one mistake at least: that leaves few to compare.
        if (other.length < term.length - most || countBits(own & ~(letters[place] ?? 0)) > most) continue;
        const mistakes = mistakesIn(term, other, most);
        if (mistakes <= most) found(place, met.misspelt - 10 * mistakes);
      }
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

/** One bit for each letter, of 32 that letters share. */
function lettersOf(term: string): number {
  let bits = 0;
  for (let at = 0; at < term.length; at += 1) bits |= 1 << (term.charCodeAt(at) & 31);
  return bits >>> 0;
}

function countBits(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; count += 1) left &= left - 1;
  return count;
}

/**
 * The fewest letters to change, add, leave out or swap until `typed` is the beginning of `word`; more than `most` where it
 * takes more. The optimal string alignment distance (Boytsov 2011, https://doi.org/10.1145/1963190.1963191), to a prefix.
 */
function mistakesIn(typed: string, word: string, most: number): number {
  const width = Math.min(word.length, typed.length + most) + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let at = 1; at < width; at += 1) {
      const isSame = typed[row - 1] === word[at - 1];
      const changed = (last[at - 1] ?? 0) + (isSame ? 0 : 1);
      let cost = Math.min(changed, (last[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1);
      if (row > 1 && at > 1 && typed[row - 1] === word[at - 2] && typed[row - 2] === word[at - 1]) {
        cost = Math.min(cost, (beforeLast[at - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(...last);
}
