import type { ContextRules } from "../pack/context-rules.ts";
import { type CaseRule, caseRules } from "../pack/schema.ts";
import { fold, isFoldOf } from "./characters.ts";
import { type CommonWords, createCommonWords } from "./common-words.ts";
import { createLandmarks, type Landmarks } from "./landmarks.ts";
import { createNameTable } from "./name-table.ts";
import { type NamedCard, type NameRow, type NamesModule, nameFlags } from "./names-module.ts";
import { hashText } from "./tokens.ts";

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

/** A folded spelling, and the names that have it. */
export interface SpelledNames {
  readonly folded: string;
  readonly names: readonly WrittenName[];
}

/** A context rule's words, ready for look-up by folded word or phrase. */
export type WordSet = ReadonlySet<string>;

/** Names ready for scanning, and the rules by which what was found is weighed. */
export interface NamesIndex {
  cards: readonly NamedCard[];
  /** See `NameTable`, for these. */
  mayStart(hash: number): boolean;
  mayStartSmall(hash: number): boolean;
  probe(hash: number): number;
  /** The names that a text's tokens from `start` to `end`, which have this hash, are; none where only their hash is. */
  namesAt(hash: number, text: string, start: number, end: number): SpelledNames | undefined;
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
  readonly commonWords: CommonWords;
  /** The `card`th card's cues are the group of that number; the words of other stories are `otherStories`. */
  readonly landmarks: Landmarks;
  readonly otherStories: number;
  /** Makes rules, common words and landmarks ready, one at each step; without, each is when it is first asked for. */
  prepare(): Generator<undefined, void>;
}

/**
 * Makes a compiled names module ready for scanning. The rules of what stands beside a name are made ready when the first
 * name has been met: most pages have none.
 */
export function createNamesIndex({ cards, cues, rows, table: hashes, rules, otherStories }: NamesModule): NamesIndex {
  const table = createNameTable(hashes, rows);
  const written: (WrittenName | undefined)[] = [];
  const ruleSets = once(() => ruleSetsOf(rules));
  const languages = once(() => createCommonWords(rules.commonWords));
  const landmarks = once(() => {
    const groups = cards.map((card) => card.cues.map((cue) => cues[cue] ?? ""));
    return createLandmarks([...groups, otherStories]);
  });
  const spelled = new Map<number, readonly SpelledNames[]>();

  /** All that have a hash, by spelling: one nearly always. */
  function spelledWith(hash: number): readonly SpelledNames[] {
    if (table.probe(hash) === 0) return nothing;
    const known = spelled.get(hash);
    if (known) return known;
    const names = new Map<string, WrittenName[]>();
    for (const { id, row, text } of table.formsWith(hash)) {
      written[id] ??= writtenName(rows[row], text);
      const folded = fold(text);
      names.set(folded, [...(names.get(folded) ?? []), written[id]]);
    }
    const all = [...names].map(([folded, names]) => ({ folded, names }));
    spelled.set(hash, all);
    return all;
  }

  return {
    cards,
    mayStart: table.mayStart,
    mayStartSmall: table.mayStartSmall,
    probe: table.probe,
    namesAt: (hash, text, start, end) => spelledWith(hash).find(({ folded }) => isFoldOf(folded, text, start, end)),
    named: (folded) => spelledWith(hashText(folded)).find((one) => one.folded === folded)?.names ?? none,
    get rules() {
      return ruleSets();
    },
    get commonWords() {
      return languages();
    },
    get landmarks() {
      return landmarks();
    },
    otherStories: cards.length,
    *prepare() {
      for (const make of [ruleSets, languages, landmarks]) {
        make();
        yield;
      }
    },
  };
}

const nothing: readonly SpelledNames[] = [];
const none: readonly WrittenName[] = [];

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
  return new Set(words);
}
