import MiniSearch, { type SearchOptions } from "minisearch";
import type { CardHead } from "../pack/card-view.ts";
import { foldText, termsOf } from "./terms.ts";

/** A card as look-up knows it: its head, and every way of writing its subject in any language. */
export interface LookupDocument extends CardHead {
  names: readonly string[];
}

/** A card that was found; `name` is the way of writing it that matched, undefined where only the gloss did. */
export interface LookupResult extends CardHead {
  name: string | undefined;
}

export interface Lookup {
  /** The cards that `query` may mean, likeliest first, at most `limit`. */
  search(query: string, limit: number): LookupResult[];
}

/** How a text answers a query, the best first. */
const tiers = ["whole", "beginning", "words", "gloss", "misspelt"] as const;

interface Entry {
  id: number;
  card: LookupDocument;
  name: string | undefined;
  folded: string;
  text: string;
}

interface Hit {
  entry: Entry;
  tier: number;
  score: number;
}

/** Indexes every title, name and gloss of `documents`; takes some tens of milliseconds for thousands of names. */
export function createLookup(documents: readonly LookupDocument[]): Lookup {
  const entries = documents.flatMap(entriesOf).map((entry, id) => ({ ...entry, id }));
  const names = createIndex(entries.filter(({ name }) => name !== undefined));
  const glosses = createIndex(entries.filter(({ name }) => name === undefined));

  const find = (index: MiniSearch<Entry>, query: string, options: SearchOptions): Hit[] => {
    const folded = foldText(query);
    return index.search(query, options).flatMap(({ id, score, queryTerms, terms }) => {
      const entry = entries[id];
      if (!entry) return [];
      const spelt = queryTerms.every((term) => terms.some((found) => found.startsWith(term)));
      return [{ entry, score, tier: tiers.indexOf(tierOf(entry, folded, spelt)) }];
    });
  };

  return {
    search(query, limit) {
      if (termsOf(query).length === 0) return [];
      const all = { ...forgiving, combineWith: "AND" } as const;
      const exact = [...find(names, query, all), ...find(glosses, query, { prefix: true, combineWith: "AND" })];
      const hits = exact.length > 0 ? exact : find(names, query, { ...forgiving, combineWith: "OR" });
      const byCard = new Map<LookupDocument, Hit[]>();
      for (const hit of hits.sort(compareHits)) {
        const { card } = hit.entry;
        byCard.set(card, [...(byCard.get(card) ?? []), hit]);
      }
      return Array.from(byCard, ([{ id, kind, title, gloss }, found]) => {
        return { id, kind, title, gloss, name: nearestName(found, foldText(query)) };
      }).slice(0, limit);
    },
  };
}

const forgiving: SearchOptions = { prefix: true, fuzzy: (term) => lettersForgiven(term.length) };

/** Two letters swapped count as two; short words are too alike to forgive much. */
function lettersForgiven(length: number): number | false {
  if (length < 4) return false;
  return length < 7 ? 1 : 2;
}

function createIndex(entries: readonly Entry[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({ fields: ["text"], tokenize: termsOf, processTerm: (term) => term });
  index.addAll(entries);
  return index;
}

function entriesOf(card: LookupDocument): Omit<Entry, "id">[] {
  const named = new Map<string, string>();
  for (const name of [card.title, ...card.names]) {
    const folded = foldText(name);
    if (!named.has(folded)) named.set(folded, name);
  }
  return [
    ...Array.from(named, ([folded, name]) => ({ card, name, folded, text: name })),
    { card, name: undefined, folded: foldText(card.gloss), text: card.gloss },
  ];
}

function tierOf({ name, folded }: Entry, query: string, spelt: boolean): (typeof tiers)[number] {
  if (name === undefined) return "gloss";
  if (!spelt) return "misspelt";
  if (folded === query) return "whole";
  return folded.startsWith(query) ? "beginning" : "words";
}

function compareHits(a: Hit, b: Hit): number {
  return a.tier - b.tier || titleFirst(a) - titleFirst(b) || b.score - a.score || a.entry.id - b.entry.id;
}

function titleFirst({ entry }: Hit): number {
  return entry.name === entry.card.title ? 0 : 1;
}

/** Of one card's hits, the name to show: the title where it holds the words, else the one nearest to the query. */
function nearestName(hits: readonly Hit[], query: string): string | undefined {
  const misspelt = ({ tier }: Hit) => Number(tier === tiers.indexOf("misspelt"));
  const farness = ({ entry }: Hit) => Math.abs(entry.folded.length - query.length);
  const [best] = hits.toSorted(
    (a, b) =>
      misspelt(a) - misspelt(b) ||
      titleFirst(a) - titleFirst(b) ||
      a.tier - b.tier ||
      farness(a) - farness(b) ||
      a.entry.id - b.entry.id,
  );
  return best?.entry.name;
}
