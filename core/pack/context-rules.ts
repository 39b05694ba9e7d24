/**
 * General rules of what stands beside a name, for all packs. File: `data/context-rules.json`. All lists are compared
 * without regard to case unless said otherwise; a word of any language may stand in any list.
 */
import * as v from "valibot";

const words = v.array(v.pipe(v.string(), v.nonEmpty()));

export const contextRulesSchema = v.strictObject({
  /** Titles, roles and attributes that stand before a person's surname without being part of it (President, Mr). */
  titles: words,
  /** Offices that, right before a surname, say as much as the full name (President Trump). */
  offices: words,
  /** Words by which an institution's name goes on to an office of its state (Treasury Secretary, House Speaker). */
  officesAfter: words,
  /** Ranks and forms of address that a weak surname's subject does not bear (Dr Johnson, Father Johnson). */
  ranks: words,
  /** Capitalised words after which a name stands as itself: calendar words, sentence openers, verbs of headlines. */
  openers: words,
  /** Given names, and forms of address that are not the subjects': before a surname that is not theirs they make it somebody else's (Melania Trump). */
  givenNames: words,
  /** Words for "junior" beside a full name: somebody's son, not the subject. */
  juniors: words,
  /** Capitalised words that, right after a name, make it part of a longer proper name, by kind of card. */
  headsAfter: v.strictObject({ any: words, person: words, place: words, organisation: words }),
  /** Words in the run of capitalised words after a name that show an institution's own name (… and Drug Administration). */
  institutions: words,
  /** Capitalised words that, right before a name, make it part of a longer proper name (Air France, New Britain). */
  headsBefore: v.strictObject({ any: words, person: words, place: words }),
  /** Streets, squares, hotels and their like that, right before a place's name, have it for their own; in any case. */
  streetsBefore: words,
  /** Institutions that take their name from a country by "of" (Bank of Russia); capitalised, so a lower-case bank is none. */
  headsOf: words,
  /** Words for "of" and "of the" between such a head and the name. */
  of: words,
  /** Prepositions of place: the capitalised word after one is a place, not a given name ("in Kyiv Zelensky said"). */
  placePrepositions: words,
  /** After a name in scripts without spaces, these make it a people or a language (美国人, 俄语). */
  peopleAfter: words,
  /** The commonest short words of each language, to tell a text's language where its markup does not. */
  commonWords: v.record(v.string(), v.pipe(v.string(), v.nonEmpty())),
});

/** The rules, as `data/context-rules.json` holds them. */
export type ContextRules = v.InferOutput<typeof contextRulesSchema>;
