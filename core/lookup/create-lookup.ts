import type { CardHead } from "../pack/card-view.ts";
import type { LookupModule } from "./lookup-module.ts";
import { createTexts, type LookupText } from "./lookup-texts.ts";
import { foldText, termsOf } from "./terms.ts";
import { createVocabulary, met } from "./vocabulary.ts";

/** Why a card was found: the text that matched, and for a name the languages (BCP 47) in which it is written so. */
export type LookupReason = Pick<LookupText, "kind" | "text" | "langs">;

/** A card that was found. */
export interface LookupResult extends CardHead {
  readonly reason: LookupReason;
}

export interface Lookup {
  /** The cards that `query` may mean, likeliest first, at most `limit`. */
  search(query: string, limit: number): LookupResult[];
}

/** How a text answers a query, the best first. */
const tiers = ["whole", "beginning", "words", "gloss", "statement", "misspelt", "part"] as const;

/** Selected from a sentence, a name often comes with it. */
const possessive = /['’]s(?![\p{L}\p{M}])/gu;

/** How a term of the query meets a text. */
interface Way {
  readonly term: string;
  readonly how: number;
}

/** A term of the query, and for each text how it meets it. */
interface Met {
  readonly term: string;
  readonly found: Uint8Array;
}

interface Hit {
  readonly text: LookupText;
  readonly tier: number;
  /** The more of the query is met, the higher. */
  readonly score: number;
  /** By how many letters the text is longer than the query, or shorter. */
  readonly farness: number;
  readonly number: number;
}

/** A look-up in what `compileLookup` has indexed. */
export function createLookup(module: LookupModule): Lookup {
  const texts = createTexts(module);
  const vocabulary = createVocabulary(module.terms.split(" "));
  const holders = module.holders.split(" ");

  /** `isForgiving` takes misspelt ones too. */
  function meet(term: string, isForgiving: boolean): Uint8Array {
    const found = new Uint8Array(texts.count);
    const note = (place: number, how: number) => {
      let number = 0;
      for (const step of (holders[place] ?? "").split(",")) {
        number += Number.parseInt(step, 36);
        if ((found[number] ?? 0) < how) found[number] = how;
      }
    };
    vocabulary.findBeginning(term, note);
    if (isForgiving) vocabulary.findMisspelt(term, note);
    return found;
  }

  /** The texts that meet all the terms; in parts: any of them. */
  function find(met: readonly Met[], query: string, inParts = false): Hit[] {
    const hits: Hit[] = [];
    for (let number = 0; number < texts.count; number += 1) {
      const isMet = inParts ? met.some(({ found }) => found[number]) : met.every(({ found }) => found[number]);
      const text = isMet ? texts.at(number) : undefined;
      if (!text) continue;
      const ways = met.map(({ term, found }) => ({ term, how: found[number] ?? 0 }));
      const tier = inParts ? partTierOf(text, ways) : tierOf(text, query, ways);
      if (tier === undefined) continue;
      const farness = Math.abs(text.text.length - query.length);
      hits.push({ text, tier: tiers.indexOf(tier), score: scoreOf(ways), farness, number });
    }
    return hits;
  }

  function findAll(terms: readonly string[], query: string): Hit[] {
    const spelt = find(
      terms.map((term) => ({ term, found: meet(term, false) })),
      query,
    );
    if (spelt.some(({ text }) => isName(text))) return spelt;
    const forgiven = terms.map((term) => ({ term, found: meet(term, true) }));
    const hits = [...spelt, ...find(forgiven, query).filter(({ text }) => isName(text))];
    return hits.length > 0 ? hits : find(forgiven, query, true);
  }

  return {
    search(query, limit) {
      const asked = query.replace(possessive, "");
      const terms = [...new Set(termsOf(asked))];
      if (terms.length === 0) return [];
      const byCard = new Map<CardHead, Hit[]>();
      for (const hit of findAll(terms, foldText(asked)).sort(compareHits)) {
        const known = byCard.get(hit.text.card);
        if (known) known.push(hit);
        else byCard.set(hit.text.card, [hit]);
      }
      return Array.from(byCard, ([head, hits]) => ({ ...head, reason: reasonOf(hits) })).slice(0, limit);
    },
  };
}

/** Undefined where so short a beginning says nothing of a sentence. */
function tierOf(text: LookupText, query: string, ways: readonly Way[]): (typeof tiers)[number] | undefined {
  if (text.kind === "gloss" || text.kind === "statement") {
    const isTelling = ways.every(({ term, how }) => how === met.word || (how === met.beginning && term.length > 2));
    return isTelling ? text.kind : undefined;
  }
  if (ways.some(({ how }) => how < met.beginning)) return "misspelt";
  const folded = foldText(text.text);
  if (folded === query) return "whole";
  // A title is mostly looked for by its last word: a person's surname.
  const isInTitle = text.kind === "title" && ` ${folded}`.includes(` ${query}`);
  return isInTitle || folded.startsWith(query) ? "beginning" : "words";
}

/** Only some of the query's words are met: in names alone, and by more than a letter or two. */
function partTierOf(text: LookupText, ways: readonly Way[]): "part" | undefined {
  const isTelling = ways.some(({ term, how }) => how === met.word || (how > 0 && term.length > 2));
  return isName(text) && isTelling ? "part" : undefined;
}

function isName({ kind }: LookupText): boolean {
  return kind === "title" || kind === "name";
}

/** Whole words weigh more than beginnings, those more than misspelt ones, and long words more than short. */
function scoreOf(ways: readonly Way[]): number {
  return ways.reduce((sum, { term, how }) => sum + how * term.length + (how === met.word ? met.word : 0), 0);
}

function compareHits(a: Hit, b: Hit): number {
  return (
    a.tier - b.tier ||
    titleFirst(a) - titleFirst(b) ||
    b.score - a.score ||
    a.farness - b.farness ||
    a.number - b.number
  );
}

function titleFirst({ text }: Hit): number {
  return text.kind === "title" ? 0 : 1;
}

/** Of one card's hits: the title where it holds the words, else what is nearest to the query. */
function reasonOf(hits: readonly Hit[]): LookupReason {
  const late = tiers.indexOf("gloss");
  const [best] = hits.toSorted(
    (a, b) =>
      Math.max(a.tier, late) - Math.max(b.tier, late) ||
      titleFirst(a) - titleFirst(b) ||
      a.tier - b.tier ||
      b.score - a.score ||
      a.farness - b.farness ||
      a.number - b.number,
  );
  const { kind = "title", text = "", langs = [] } = best?.text ?? {};
  return { kind, text, langs };
}
