import type { CardHead } from "../pack/card-view.ts";
import type { ContextRules } from "../pack/context-rules.ts";

/** A card as detection knows it. */
export interface NamedCard extends CardHead {
  anchor: boolean;
  broad: boolean;
  /** Words that, close by, let a weak name of this card count: their places in `NamesModule.cues`. */
  cues: number[];
}

/**
 * One name, decoy or rival with all its written forms, which share their rules:
 * index of the card, languages (BCP 47, by commas), flags (bits of `nameFlags` and the case rule), forms (by `|`).
 */
export type NameRow = [card: number, langs: string, flags: number, forms: string];

/**
 * The hashes of all forms' beginnings, token by token, as links that forms share: in the order of rows and forms. Numbers
 * are 24 bits wide, little-endian, in base64: of hashes the lower ones, which tell enough apart, for what is found is
 * compared letter by letter.
 */
export interface NameTableModule {
  hashes: string;
  /** One bit a link: whether a longer form goes on from it. */
  begins: string;
  /** One character a form, "0" and up: how many links it adds. */
  added: string;
  /** The last links of the forms that add none. */
  known: string;
  /** One bit a link: whether it is the first token of a form, and of one that may begin with a small letter. */
  starts: string;
  smallStarts: string;
}

/** What the content script and the popup carry: every way of writing every subject, compiled at build. */
export interface NamesModule {
  cards: NamedCard[];
  /** Folded beginnings of the words that are cues of any card. */
  cues: string[];
  rows: NameRow[];
  table: NameTableModule;
  /** With all words folded. */
  rules: ContextRules;
  /** Folded beginnings of words that name other stories. */
  otherStories: string[];
}

/** Bits of a row's flags; the two lowest are the index of its case rule in `caseRules`. */
export const nameFlags = {
  weak: 4,
  strict: 8,
  decoy: 16,
  rival: 32,
  full: 64,
  surname: 128,
  given: 256,
} as const;
