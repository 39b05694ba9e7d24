import type { NamesIndex } from "../names/names-index.ts";
import {
  type DecideOptions,
  isOfLanguage,
  keepToStory,
  mentionsOf,
  pageLanguages,
  tellsStory,
  weighPassage,
} from "./decide.ts";
import { type Evidence, type FullName, fullNamesIn } from "./evidence.ts";
import type { Mention } from "./mention.ts";
import type { PassageReading } from "./read-passage.ts";

/** Answers as `decide` does; where a passage's mentions are those of the last time, with the same array. */
export type Decider = (passages: readonly PassageReading[], options: DecideOptions) => (readonly Mention[])[];

/** What was decided of a passage, and all that the decision hung on beside its own text. */
interface Decided {
  language: string;
  /** The full names in it, when read in that language. */
  fullNames: readonly FullName[];
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
  const remembered = new WeakMap<PassageReading, Decided>();

  function recall(passage: PassageReading, language: string): Decided {
    const known = remembered.get(passage);
    if (known?.language === language) return known;
    const { candidates } = passage;
    const fresh: Decided = {
      language,
      fullNames: fullNamesIn(candidates, (candidate) => isOfLanguage(candidate, language)),
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

  return (passages, options) => {
    const languages = pageLanguages(passages);
    const all = passages.map((passage, number) => recall(passage, languages[number] ?? ""));
    const evidence = collect(all, index);
    const standings = createStandings(evidence);
    let ofStory = false;
    all.forEach((decided, number) => {
      const { language, cards, fullNames } = decided;
      if (!isSame(decided.standings, cards, standings.of)) {
        const verdicts = weighPassage(passages[number]?.candidates ?? [], number, language, evidence);
        decided.standings = cards.map(standings.of);
        decided.tellsStory = tellsStory(verdicts, number, index);
        decided.ofStory = undefined;
      }
      ofStory ||= decided.tellsStory;
      standings.pass(fullNames);
    });
    return all.map((decided, number) => {
      if (decided.ofStory === ofStory && decided.everywhere === options.everywhere) return decided.mentions;
      const verdicts = weighPassage(passages[number]?.candidates ?? [], number, decided.language, evidence);
      const mentions = mentionsOf(keepToStory(verdicts, number, ofStory, index, options), index);
      Object.assign(decided, { ofStory, everywhere: options.everywhere });
      if (!areSame(decided.mentions, mentions)) decided.mentions = mentions;
      return decided.mentions;
    });
  };
}

function collect(all: readonly Decided[], index: NamesIndex): Evidence[][] {
  const evidence: Evidence[][] = index.cards.map(() => []);
  all.forEach(({ fullNames }, passage) => {
    for (const { card, start, end, rival } of fullNames) evidence[card]?.push({ passage, start, end, rival });
  });
  return evidence;
}

/**
 * What the page says of each card's weak names, on the way down it: whether the full name and a rival's stand anywhere,
 * and which of them came last (or else comes first). A passage's verdicts hang on nothing else outside it.
 */
function createStandings(evidence: readonly (readonly Evidence[])[]) {
  const standings = evidence.map((known) => {
    const own = known.some(({ rival }) => !rival) ? 1 : 0;
    const rival = known.some((one) => one.rival) ? 2 : 0;
    return own + rival + (known[0]?.rival ? 4 : 0);
  });
  return {
    of: (card: number): number => standings[card] ?? 0,
    pass(fullNames: readonly FullName[]): void {
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
