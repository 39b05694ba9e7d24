import type { ContextRules } from "../pack/context-rules.ts";
import { type CaseRule, caseRules } from "../pack/schema.ts";
import { classOf, fold, IGNORED, MARK, SPACE } from "./characters.ts";
import { type NamedCard, type NamesModule, nameFlags } from "./names-module.ts";
import { endOfToken, hashCharacter, hashToken, seed } from "./tokens.ts";

/** One written form with its rules. */
export interface WrittenName {
  /** Index into `NamesIndex.cards`. */
  card: number;
  /** As an editor wrote it: the capitals that its case rule asks for. */
  text: string;
  langs: readonly string[];
  case: CaseRule;
  weak: boolean;
  strict: boolean;
  decoy: boolean;
  rival: boolean;
  kind: "full" | "surname" | "given" | "other";
}

/** A context rule's words, ready for look-up by folded word or phrase. */
export type WordSet = ReadonlySet<string>;

/** Names ready for scanning: a hash table of all names' beginnings by tokens, and the names by their folded form. */
export interface NamesIndex {
  cards: readonly NamedCard[];
  /** Whether a chain of tokens with this hash begins a name (1), is one (2), both (3), or neither (0). */
  probe(hash: number): number;
  /** The names that fold to `folded`. */
  named(folded: string): readonly WrittenName[];
  rules: {
    [K in
      | "titles"
      | "offices"
      | "openers"
      | "givenNames"
      | "institutions"
      | "headsOf"
      | "of"
      | "juniors"
      | "placePrepositions"
      | "peopleAfter"]: WordSet;
  } & { headsAfter: Record<"any" | "person" | "place" | "organisation", WordSet> } & {
    headsBefore: Record<"any" | "person" | "place", WordSet>;
  };
  /** Language by common word; a word of several languages has them all. */
  commonWords: ReadonlyMap<string, readonly string[]>;
  /** Folded beginnings of cue words by card. */
  cues: readonly (readonly string[])[];
  /** Folded beginnings of words that name other stories. */
  otherStories: readonly string[];
}

const BEGINS = 1;
const IS = 2;

/** Builds the index of a compiled names module. */
export function createNamesIndex({ cards, cues, rows, rules, otherStories }: NamesModule): NamesIndex {
  const byFold = new Map<string, WrittenName[]>();
  for (const [card, langs, flags, forms] of rows) {
    for (const text of forms.split("|")) {
      const folded = fold(text);
      const name = writtenName(card, langs, flags, text);
      const known = byFold.get(folded);
      if (known) known.push(name);
      else byFold.set(folded, [name]);
    }
  }
  return {
    cards,
    probe: createProbe(byFold.keys()),
    named: (folded) => byFold.get(folded) ?? [],
    rules: {
      titles: wordSet(rules.titles),
      offices: wordSet(rules.offices),
      openers: wordSet(rules.openers),
      givenNames: wordSet(rules.givenNames),
      institutions: wordSet(rules.institutions),
      headsOf: wordSet(rules.headsOf),
      of: wordSet(rules.of),
      juniors: wordSet(rules.juniors),
      placePrepositions: wordSet(rules.placePrepositions),
      peopleAfter: wordSet(rules.peopleAfter),
      headsAfter: {
        any: wordSet(rules.headsAfter.any),
        person: wordSet(rules.headsAfter.person),
        place: wordSet(rules.headsAfter.place),
        organisation: wordSet(rules.headsAfter.organisation),
      },
      headsBefore: {
        any: wordSet(rules.headsBefore.any),
        person: wordSet(rules.headsBefore.person),
        place: wordSet(rules.headsBefore.place),
      },
    },
    commonWords: languagesByWord(rules),
    cues: cards.map((card) => card.cues.map((cue) => fold(cues[cue] ?? ""))),
    otherStories: otherStories.map(fold),
  };
}

function writtenName(card: number, langs: string, flags: number, text: string): WrittenName {
  const is = (flag: keyof typeof nameFlags) => (flags & nameFlags[flag]) !== 0;
  return {
    card,
    text,
    langs: langs === "" ? [] : langs.split(","),
    case: caseRules[flags & 3] ?? "initial",
    weak: is("weak"),
    strict: is("strict"),
    decoy: is("decoy"),
    rival: is("rival"),
    kind: is("full") ? "full" : is("surname") ? "surname" : is("given") ? "given" : "other",
  };
}

function wordSet(words: readonly string[]): WordSet {
  return new Set(words.map(fold));
}

function languagesByWord({ commonWords }: ContextRules): Map<string, string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(commonWords)) {
    for (const word of fold(words).split(" ")) {
      const known = languages.get(word);
      if (known) known.push(language);
      else languages.set(word, [language]);
    }
  }
  return languages;
}

/** Open addressing over the hashes of all token-wise beginnings of the names. A false hit costs one string look-up. */
function createProbe(names: Iterable<string>): (hash: number) => number {
  const states = new Map<number, number>();
  for (const name of names) {
    for (const [hash, last] of beginnings(name)) states.set(hash, (states.get(hash) ?? 0) | (last ? IS : BEGINS));
  }
  const mask = 2 ** Math.ceil(Math.log2(states.size * 2 + 2)) - 1;
  const hashes = new Int32Array(mask + 1);
  const values = new Uint8Array(mask + 1);
  for (const [hash, value] of states) {
    let slot = spread(hash) & mask;
    while (values[slot]) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    values[slot] = value;
  }
  return (hash) => {
    let slot = spread(hash) & mask;
    for (;;) {
      const value = values[slot] as number;
      if (value === 0 || hashes[slot] === hash) return value;
      slot = (slot + 1) & mask;
    }
  };
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** The hashes at each token end of a folded name. */
function* beginnings(folded: string): Generator<[hash: number, last: boolean]> {
  let hash = seed;
  let at = 0;
  while (at < folded.length) {
    const kind = classOf(folded.charCodeAt(at));
    if (kind === IGNORED || kind === MARK) {
      at++;
      continue;
    }
    if (kind === SPACE) {
      hash = hashCharacter(hash, 32);
      at++;
      continue;
    }
    const end = endOfToken(folded, at);
    hash = hashToken(hash, folded, at, end);
    at = end;
    yield [hash, at === folded.length];
  }
}
