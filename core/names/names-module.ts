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
 * The hashes of all forms' beginnings, token by token, those that begin longer forms and those that are forms, sorted into
 * buckets. Of a hash its bucket and one more byte are known, which tell enough apart: what is found is compared letter by
 * letter. Bytes are in base64.
 */
export interface NameTableModule {
  /** One character a bucket, "0" and up: how many entries it has. There are as many buckets as a power of two. */
  buckets: string;
  /** One byte an entry: the part of its hash that its bucket leaves open. */
  rests: string;
  /** Two bits an entry: whether a longer form goes on from it, and whether it is a form. */
  states: string;
  /** One number an entry, of 16 bits, or of 32 where there are many: the form that it is, or 0. Little-endian. */
  forms: string;
  /** One bit for each of `startKeys`: whether a form begins with such a token, and one that may begin small. */
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
