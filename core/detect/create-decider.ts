import type { NamesIndex } from "../names/names-index.ts";
import { type DecideOptions, keepToStory, mentionsOf, pageLanguages, tellsStory, weighPassage } from "./decide.ts";
import { type CardEvidence, collectEvidence, type Evidence, fullNamesIn } from "./evidence.ts";
import type { Mention } from "./mention.ts";
import type { PassageReading } from "./read-passage.ts";

/**
 * Answers as `decide` does; where a passage's mentions are those of the last time, with the same array. In steps of a passage
 * each: a page may hold thousands, and is to have its turn between. A decision that was begun is to be ended before the next.
 */
export type Decider = (
  passages: readonly PassageReading[],
  options: DecideOptions,
) => Generator<undefined, (readonly Mention[])[]>;

/** What was decided of a passage, and all that the decision hung on beside its own text. */
interface Decided {
  language: string;
  /** The full names in it, when read in that language. */
  fullNames: readonly Evidence[];
  /** Its cards, and what the rest of the page said of each. */
  cards: readonly number[];
  standings: number[];
  tellsStory: boolean;
  ofStory: boolean | undefined;
  everywhere: boolean;
  mentions: readonly Mention[];
}

/** Decides a page over and over as it changes: only passages for which anything has changed are weighed again. */
export function createDecider(index: NamesIndex): Decider {
  let remembered = new WeakMap<PassageReading, Decided>();
  let most = 0;

  function recall(passage: PassageReading, number: number, language: string): Decided {
    const known = remembered.get(passage);
    if (known?.language === language) {
      for (const one of known.fullNames) one.passage = number;
      return known;
    }
    const { candidates } = passage;
    const fresh: Decided = {
      language,
      fullNames: fullNamesIn(candidates, number, language),
      cards: known?.cards ?? [...new Set(candidates.map(({ name }) => name.card))],
      standings: [],
      tellsStory: false,
      ofStory: undefined,
      everywhere: false,
      mentions: known?.mentions ?? [],
    };
    remembered.set(passage, fresh);
    return fresh;
  }

  return function* decideInSteps(passages, options) {
    const languages = pageLanguages(passages);
    most = Math.max(most, passages.length);
    const all: Decided[] = [];
    for (const [number, passage] of passages.entries()) {
      all.push(recall(passage, number, languages[number] ?? ""));
      yield;
    }
    const evidence = collectEvidence(
      all.map(({ fullNames }) => fullNames),
      index,
    );
    const standings = createStandings(evidence);
    // A table that has grown does not shrink by itself.
    if (passages.length < most / 4) {
      remembered = new WeakMap(passages.map((passage, number) => [passage, all[number] as Decided]));
      most = passages.length;
    }
    let ofStory = false;
    for (const [number, decided] of all.entries()) {
      const { language, cards, fullNames } = decided;
      if (!isSame(decided.standings, cards, standings.of)) {
        const verdicts = weighPassage(passages[number]?.candidates ?? [], number, language, evidence);
        decided.standings = cards.map(standings.of);
        decided.tellsStory = tellsStory(verdicts, number, index);
        decided.ofStory = undefined;
        yield;
      }
      ofStory ||= decided.tellsStory;
      standings.pass(fullNames);
    }
    for (const [number, decided] of all.entries()) {
      if (decided.ofStory === ofStory && decided.everywhere === options.everywhere) continue;
      const verdicts = weighPassage(passages[number]?.candidates ?? [], number, decided.language, evidence);
      const mentions = mentionsOf(keepToStory(verdicts, number, ofStory, index, options), index);
      Object.assign(decided, { ofStory, everywhere: options.everywhere });
      if (!areSame(decided.mentions, mentions)) decided.mentions = mentions;
      yield;
    }
    return all.map(({ mentions }) => mentions);
  };
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
