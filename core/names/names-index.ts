import type { ContextRules } from "../pack/context-rules.ts";
import { type CaseRule, caseRules } from "../pack/schema.ts";
import { fold } from "./characters.ts";
import { createNameTable } from "./name-table.ts";
import { type NamedCard, type NameRow, type NamesModule, nameFlags } from "./names-module.ts";

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

/** Names ready for scanning, and the rules by which what was found is weighed. */
export interface NamesIndex {
  cards: readonly NamedCard[];
  /** See `NameTable`. */
  probe(hash: number): number;
  /** The names that fold to `folded`. */
  named(folded: string): readonly WrittenName[];
  readonly rules: {
    [K in
      | "titles"
      | "offices"
      | "officesAfter"
      | "ranks"
      | "openers"
      | "givenNames"
      | "institutions"
      | "headsOf"
      | "streetsBefore"
      | "of"
      | "juniors"
      | "placePrepositions"
      | "peopleAfter"]: WordSet;
  } & { headsAfter: Record<"any" | "person" | "place" | "organisation", WordSet> } & {
    headsBefore: Record<"any" | "person" | "place", WordSet>;
  };
  /** Language by common word; a word of several languages has them all. */
  readonly commonWords: ReadonlyMap<string, readonly string[]>;
  /** Folded beginnings of the cue words of the `card`th card. */
  cuesOf(card: number): readonly string[];
  /** Folded beginnings of words that name other stories. */
  readonly otherStories: readonly string[];
}

/**
 * Makes a compiled names module ready for scanning. The rules of what stands beside a name are made ready when the first
 * name has been met: most pages have none.
 */
export function createNamesIndex({ cards, cues, rows, rules, otherStories }: NamesModule): NamesIndex {
  const table = createNameTable(rows);
  const written: (WrittenName | undefined)[] = [];
  const ruleSets = once(() => ruleSetsOf(rules));
  const languages = once(() => languagesByWord(rules));
  const foldedCues = once(() => cues.map(fold));
  const foldedStories = once(() => otherStories.map(fold));
  const cuesByCard: (readonly string[])[] = [];
  return {
    cards,
    probe: table.probe,
    named: (folded) =>
      table.formsOf(folded).map(({ id, row, text }) => {
        written[id] ??= writtenName(rows[row], text);
        return written[id];
      }),
    get rules() {
      return ruleSets();
    },
    get commonWords() {
      return languages();
    },
    cuesOf(card) {
      cuesByCard[card] ??= cards[card]?.cues.map((cue) => foldedCues()[cue] ?? "") ?? [];
      return cuesByCard[card];
    },
    get otherStories() {
      return foldedStories();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function ruleSetsOf(rules: ContextRules): NamesIndex["rules"] {
  return {
    titles: wordSet(rules.titles),
    offices: wordSet(rules.offices),
    officesAfter: wordSet(rules.officesAfter),
    ranks: wordSet(rules.ranks),
    openers: wordSet(rules.openers),
    givenNames: wordSet(rules.givenNames),
    institutions: wordSet(rules.institutions),
    headsOf: wordSet(rules.headsOf),
    streetsBefore: wordSet(rules.streetsBefore),
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
  };
}

function writtenName([card, langs, flags]: NameRow = [0, "", 0, ""], text: string): WrittenName {
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
