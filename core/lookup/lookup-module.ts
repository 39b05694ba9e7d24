import type { CardHead } from "../pack/card-view.ts";

/** Names of one card that are written so in the same languages (BCP 47, by commas); the names by `|`. */
export type LookupNames = [card: number, langs: string, names: string];

/** A sentence of a card. */
export type LookupStatement = [card: number, text: string];

/**
 * What look-up searches, indexed at build so that the first letter typed finds something at once. Texts are numbered: all
 * names in their order, the cards' glosses, the statements. Long strings, since those are read fastest.
 */
export interface LookupModule {
  cards: CardHead[];
  names: LookupNames[];
  statements: LookupStatement[];
  /** Every term of any text, in the order of code units, by spaces. */
  terms: string;
  /** For each term the numbers of the texts that hold it, by spaces; each as its distance to the one before, by commas. */
  holders: string;
}
