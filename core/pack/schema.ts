/**
 * The pack as editors write it, declared once: each schema is the parser, and its inferred output the type.
 * Dates are ISO 8601 calendar dates of reduced precision: `2014`, `2014-03` or `2014-03-18`.
 */
import * as v from "valibot";
import type { DrawnMap } from "./drawn-map.ts";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be kebab-case"));
const date = v.pipe(
  v.string(),
  v.regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, "must be YYYY, YYYY-MM or YYYY-MM-DD"),
);
const address = v.pipe(v.string(), v.url("must be an address"), v.startsWith("https://", "must be an https address"));
/** A BCP 47 language tag, as `lang` attributes carry it. */
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/, "must be a BCP 47 tag"));

/** The kinds of subject a card can have. */
export const cardKinds = ["person", "place", "organisation", "topic"] as const;

/** A source and the words quoted from it. `lang` is the quotation's language where it is not English. */
export const citationSchema = v.strictObject({
  source: id,
  quote: text,
  lang: v.optional(language),
  /** Our English rendering of a quotation in another language. */
  translation: v.optional(text),
});

/**
 * One statement. `asOf` is the date at which its source says it; `happened` the date of the event itself where that
 * is another (a 2026 almanac on an office taken up in 2019); where given, it places the fact on the card.
 */
export const factSchema = v.strictObject({
  statement: text,
  asOf: date,
  happened: v.optional(date),
  citations: v.pipe(v.array(citationSchema), v.minLength(1, "needs at least one citation")),
});

/** What the article says: our sentence for it, where the words do not speak for themselves, and its exact words. */
const articleSchema = v.strictObject({
  statement: v.optional(text),
  quote: text,
});

/** An office held. Without `to`, the sources give no end: the card says "from", never "until now". */
export const officeSchema = v.strictObject({
  title: text,
  from: date,
  to: v.optional(date),
  citations: v.pipe(v.array(citationSchema), v.minLength(1, "needs at least one citation")),
});

/** A place where the article and other accounts differ. Without `article`, the article leaves the matter out. */
export const disputeSchema = v.strictObject({
  about: text,
  article: v.optional(text),
  accounts: v.pipe(
    v.array(
      v.strictObject({
        statement: text,
        asOf: date,
        citations: v.pipe(v.array(citationSchema), v.minLength(1, "needs at least one citation")),
      }),
    ),
    v.minLength(1, "needs at least one account"),
  ),
});

/** Where a card's subject lies: `areas` are marked in a frame of `data/map-frames.json`; `caption` says what is shown. */
const mapSchema = v.strictObject({
  frame: id,
  areas: v.pipe(v.array(text), v.minLength(1, "needs an area")),
  caption: text,
});

/** What is known of one person, place, organisation or topic. File: `cards/<id>.json`. */
export const cardSchema = v.strictObject({
  id,
  kind: v.picklist(cardKinds),
  title: text,
  gloss: text,
  /** Naming it makes a page part of this story. */
  anchor: v.optional(v.boolean(), false),
  /** Its names are common on unrelated pages: marked only beside an anchor, unless the reader says otherwise. */
  broad: v.optional(v.boolean(), false),
  map: v.optional(mapSchema),
  offices: v.optional(v.array(officeSchema), []),
  article: v.pipe(v.array(articleSchema), v.minLength(1, "needs what the article says")),
  facts: v.pipe(v.array(factSchema), v.minLength(4, "needs at least four facts")),
  disputes: v.optional(v.array(disputeSchema), []),
  related: v.pipe(v.array(id), v.minLength(1, "needs at least one related card")),
});

/** A published text. `excerpts` are its words as copied when it was read; only those that cards quote are shipped. */
export const sourceSchema = v.strictObject({
  publisher: text,
  /** Where the text was read when that is not the publisher's own site. */
  via: v.optional(text),
  title: text,
  /** The title was not shown on the copy read and is taken from its address. */
  titleInferred: v.optional(v.boolean(), false),
  url: address,
  published: v.optional(date),
  /** The date is deduced from the text, not printed on it. */
  dateInferred: v.optional(v.boolean(), false),
  lang: v.optional(language, "en"),
  /** Only to be used where no other source carries the fact. */
  weak: v.optional(v.boolean(), false),
  excerpts: v.pipe(v.array(text), v.minLength(1, "needs the words that were read")),
});

/** File: `sources.json`, sources by id. */
export const sourcesSchema = v.record(id, sourceSchema);

/** File: `pack.json`. `researchEnds` is the month (or day) the research behind the cards ends. */
export const packSchema = v.strictObject({
  id,
  title: text,
  article: v.strictObject({
    publisher: text,
    title: text,
    url: address,
    published: date,
    dateInferred: v.optional(v.boolean(), false),
  }),
  researchEnds: date,
  /** Beginnings of words that name other stories: beside one of them, a topic of this story is not meant. */
  otherStories: v.optional(v.array(text), []),
});

/**
 * How the capitals of a mention must stand: `any`; `initial`, each word that has a capital here has one there;
 * `exact`, letter for letter. Text all in capitals counts for `initial` where something else supports it.
 */
export const caseRules = ["any", "initial", "exact"] as const;

/** A way of writing a card's subject in one language, with its inflected forms and its rule. */
export const nameSchema = v.strictObject({
  text,
  lang: language,
  kind: v.picklist(["full", "surname", "given", "name", "official", "short", "acronym", "phrase"]),
  case: v.optional(v.picklist(caseRules), "initial"),
  forms: v.optional(v.array(text), []),
  /** Needs a cue: the full name elsewhere on the page, or a cue word close by. */
  weak: v.optional(v.boolean(), false),
  /** Counts only in text of its own language: elsewhere the same letters mean something else. */
  strict: v.optional(v.boolean(), false),
});

/** A longer phrase that holds a name and means something else. `rival` marks another bearer's full name. */
export const decoySchema = v.strictObject({
  text,
  lang: v.optional(language),
  forms: v.optional(v.array(text), []),
  case: v.optional(v.picklist(caseRules), "initial"),
  rival: v.optional(v.boolean(), false),
  /** Counts only in text of `lang`. */
  strict: v.optional(v.boolean(), false),
});

/** File: `names/<id>.json`. `cues` are words that, close by, let a weak name count. */
export const namesSchema = v.strictObject({
  card: id,
  names: v.pipe(v.array(nameSchema), v.minLength(1, "needs a name")),
  decoys: v.optional(v.array(decoySchema), []),
  cues: v.optional(v.array(text), []),
});

export type CardKind = (typeof cardKinds)[number];
export type CaseRule = (typeof caseRules)[number];
export type Citation = v.InferOutput<typeof citationSchema>;
export type Fact = v.InferOutput<typeof factSchema>;
export type Office = v.InferOutput<typeof officeSchema>;
export type Dispute = v.InferOutput<typeof disputeSchema>;
export type Card = v.InferOutput<typeof cardSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type Pack = v.InferOutput<typeof packSchema>;
export type Name = v.InferOutput<typeof nameSchema>;
export type Decoy = v.InferOutput<typeof decoySchema>;
export type Names = v.InferOutput<typeof namesSchema>;

/** A source as shipped: without the excerpts, of which only the quoted words travel, inside the citations. */
export type ShippedSource = Omit<Source, "excerpts" | "weak">;

/** All that the background keeps: the cards with only the sources that they cite. */
export interface CardsModule {
  pack: Pack;
  cards: Record<string, Card>;
  sources: Record<string, ShippedSource>;
  /** By card. */
  maps: Record<string, DrawnMap>;
}
