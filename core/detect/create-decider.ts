import type { NamesIndex } from "../names/names-index.ts";
import { type DecideOptions, keepToStory, mentionsOf, tellsStory, weighPassage } from "./decide.ts";
import { addEvidence, type CardEvidence, createEvidence, type Evidence, fullNamesIn } from "./evidence.ts";
import type { Mention } from "./mention.ts";
import { createPageLanguage, ownLanguage } from "./page-language.ts";
import type { Candidate, PassageReading } from "./read-passage.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Answers as `decide` does; where a passage's mentions are those of the last time, with the same array. In steps of a few
 * passages: a page may hold thousands, and is to have its turn between. A decision that was begun is to be ended before the
 * next.
 */
export type Decider = (
  passages: readonly PassageReading[],
  options: DecideOptions,
) => Generator<undefined, (readonly Mention[])[]>;

/** What was decided of a passage, and all that the decision hung on beside its own text. */
interface Decided {
  /** The language that its own words tell. */
  readonly own: string | undefined;
  readonly cards: readonly number[];
  language: string | undefined;
  /** The full names in it, when read in that language. */
  fullNames: readonly Evidence[];
  /** What the rest of the page said of each of its cards. */
  standings: number[];
  /** Whether it makes the page part of the story, if that was ever to be known. */
  tellsStory: boolean | undefined;
  ofStory: boolean | undefined;
  everywhere: boolean;
  mentions: readonly Mention[];
}

/** Passages that are gone through in a step where there is little to do for each. */
const stride = 16;

/** Decides a page over and over as it changes: only passages for which anything has changed are weighed again. */
export function createDecider(index: NamesIndex): Decider {
  let remembered = new Map<PassageReading, Decided>();

  return function* decideInSteps(passages, options) {
    const page = createPageLanguage();
    const known: typeof remembered = new Map();
    const all: Decided[] = [];
    for (const [number, passage] of passages.entries()) {
      if (number % stride === 0) yield;
      const decided = remembered.get(passage) ?? createDecided(passage);
      known.set(passage, decided);
      all.push(decided);
      page.add(passage);
    }
    remembered = known;
    const evidence = createEvidence(index);
    for (const [number, decided] of all.entries()) {
      if (number % stride === 0) yield;
      const passage = passages[number] as PassageReading;
      const language = page.of(passage.lang, decided.own);
      if (decided.language === language) for (const one of decided.fullNames) one.passage = number;
      else {
        const fullNames = fullNamesIn(passage.candidates, number, language);
        Object.assign(decided, { language, fullNames, standings: [] });
      }
      addEvidence(decided.fullNames, evidence);
    }
    const weigh = (number: number) =>
      weighPassage(passages[number]?.candidates ?? [], number, all[number]?.language ?? "", evidence);
    const standings = createStandings(evidence);
    // Those on which it depended whether the page is part of the story.
    const weighed: Verdict[][] = [];
    let ofStory = false;
    for (const [number, decided] of all.entries()) {
      if (number % stride === 0) yield;
      const { cards, fullNames } = decided;
      if (!isSame(decided.standings, cards, standings.of)) {
        decided.standings = cards.map(standings.of);
        decided.tellsStory = undefined;
        decided.ofStory = undefined;
      }
      if (!ofStory && decided.tellsStory === undefined) {
        const verdicts = weigh(number);
        weighed[number] = verdicts;
        decided.tellsStory = tellsStory(verdicts, number, index);
        yield;
      }
      ofStory ||= decided.tellsStory === true;
      standings.pass(fullNames);
    }
    const { everywhere } = options;
    for (const [number, decided] of all.entries()) {
      if (number % stride === 0) yield;
      if (decided.ofStory === ofStory && decided.everywhere === everywhere) continue;
      const verdicts = weighed[number] ?? weigh(number);
      const mentions = mentionsOf(keepToStory(verdicts, number, ofStory, index, options), index);
      decided.ofStory = ofStory;
      decided.everywhere = everywhere;
      if (!areSame(decided.mentions, mentions)) decided.mentions = mentions;
      yield;
    }
    return all.map(({ mentions }) => mentions);
  };
}

function createDecided(passage: PassageReading): Decided {
  return {
    own: ownLanguage(passage),
    cards: cardsOf(passage.candidates),
    language: undefined,
    fullNames: [],
    standings: [],
    tellsStory: undefined,
    ofStory: undefined,
    everywhere: false,
    mentions: [],
  };
}

function cardsOf(candidates: readonly Candidate[]): number[] {
  const cards: number[] = [];
  for (const { name } of candidates) if (!cards.includes(name.card)) cards.push(name.card);
  return cards;
}

/**
 * What the page says of each card's weak names, on the way down it: whether the full name and a rival's stand anywhere,
 * and which of them came last (or else comes first). A passage's verdicts hang on nothing else outside it.
 */
function createStandings(evidence: readonly CardEvidence[]) {
  const standings = evidence.map(({ all, own, rival }) => (own ? 1 : 0) + (rival ? 2 : 0) + (all[0]?.rival ? 4 : 0));
  return {
    of: (card: number): number => standings[card] ?? 0,
    pass(fullNames: readonly Evidence[]): void {
      for (const { card, rival } of fullNames) standings[card] = ((standings[card] ?? 0) & 3) + (rival ? 12 : 8);
    },
  };
}

function isSame(standings: readonly number[], cards: readonly number[], standingOf: (card: number) => number): boolean {
  return standings.length === cards.length && cards.every((card, i) => standings[i] === standingOf(card));
}

function areSame(a: readonly Mention[], b: readonly Mention[]): boolean {
  const isEqual = ({ card, start, end }: Mention, i: number) =>
    b[i]?.card === card && b[i].start === start && b[i].end === end;
  return a.length === b.length && a.every(isEqual);
}
