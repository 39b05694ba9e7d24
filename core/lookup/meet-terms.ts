import type { LookupModule } from "./lookup-module.ts";
import { createVocabulary } from "./vocabulary.ts";

/** A term of a query, and the texts that meet it. */
export interface MetTerm {
  readonly term: string;
  /** The numbers of the texts, each once. */
  readonly numbers: number[];
  /** For each text how it meets the term, of `met`; 0 where it does not. */
  readonly ways: Uint8Array;
}

/** Finds the texts of a module, so many, that meet a term. */
export function createTermSearch({ terms, holders }: LookupModule, count: number) {
  const vocabulary = createVocabulary(terms.split(" "));
  const holdersOf = holders.split(" ");

  function add({ numbers, ways }: MetTerm, place: number, way: number): void {
    eachNumber(holdersOf[place] ?? "", (number) => {
      const known = ways[number] ?? 0;
      if (known === 0) numbers.push(number);
      if (known < way) ways[number] = way;
    });
  }

  return {
    /** Those that hold the term, or a word that begins with it. */
    meet(term: string): MetTerm {
      const found: MetTerm = { term, numbers: [], ways: new Uint8Array(count) };
      vocabulary.findBeginning(term, (place, way) => add(found, place, way));
      return found;
    },
    /** Adds those that hold it misspelt. */
    forgive(found: MetTerm): void {
      vocabulary.findMisspelt(found.term, (place, way) => add(found, place, way));
    },
  };
}

/** The numbers of the texts that meet all the terms. */
export function meetingAll(terms: readonly MetTerm[]): number[] {
  const [rarest, ...others] = terms.toSorted((a, b) => a.numbers.length - b.numbers.length);
  return rarest?.numbers.filter((number) => others.every(({ ways }) => ways[number])) ?? [];
}

/** The numbers of the texts that meet any of the terms. */
export function meetingAny(terms: readonly MetTerm[]): number[] {
  return terms.flatMap(({ numbers }, index) =>
    numbers.filter((number) => !terms.some(({ ways }, earlier) => earlier < index && ways[number])),
  );
}

const comma = ",".charCodeAt(0);
const digits = "0".charCodeAt(0);
const letters = "a".charCodeAt(0) - 10;

/** Reads `holders` of a term; without making a string or a list of each step, of which there may be thousands. */
function eachNumber(steps: string, visit: (number: number) => void): void {
  let number = 0;
  let step = 0;
  for (let at = 0; at < steps.length; at += 1) {
    const code = steps.charCodeAt(at);
    if (code !== comma) step = step * 36 + code - (code < letters ? digits : letters);
    else {
      number += step;
      visit(number);
      step = 0;
    }
  }
  visit(number + step);
}
