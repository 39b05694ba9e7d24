import type { CardHead } from "../pack/card-view.ts";
import { createRanking, type Ranking, type Tier, tiers } from "./create-ranking.ts";
import type { LookupModule } from "./lookup-module.ts";
import { createTexts, type LookupText } from "./lookup-texts.ts";
import { createTermSearch, type MetTerm, meetingAll, meetingAny } from "./meet-terms.ts";
import { foldText, termsOf } from "./terms.ts";
import { met } from "./vocabulary.ts";

/** Why a card was found: the text that matched, and for a name the languages (BCP 47) in which it is written so. */
export type LookupReason = LookupText;

/** A card that was found. */
export interface LookupResult extends CardHead {
  readonly reason: LookupReason;
}

export interface Lookup {
  /** The cards that `query` may mean, likeliest first, at most `limit`. */
  search(query: string, limit: number): LookupResult[];
}

/** Selected from a sentence, a name often comes with it. */
const possessive = /['’]s(?![\p{L}\p{M}])/gu;

/** A look-up in what `compileLookup` has indexed. */
export function createLookup(module: LookupModule): Lookup {
  const texts = createTexts(module);
  const termSearch = createTermSearch(module, texts.count);

  /** `tier`: what the text counts for, or the best that a name may count for. */
  function rank(ranking: Ranking, number: number, tier: Tier, query: string, terms: readonly MetTerm[]): void {
    const text = texts.textAt(number);
    const hit = {
      number,
      card: texts.cardAt(number),
      isTitle: texts.kindAt(number) === "title",
      tier,
      score: scoreOf(number, terms),
      farness: Math.abs(text.length - query.length),
    };
    // To fold a text takes longer than all the rest: only where it may matter.
    if (!ranking.isBetter(hit)) return;
    ranking.add(tier <= tiers.beginning ? { ...hit, tier: nameTierOf(foldText(text), query, hit.isTitle) } : hit);
  }

  /** Takes texts that meet all the terms; where no name does, names that may be misspelt; at last, names that meet any. */
  function findAll(query: string, terms: readonly MetTerm[]): Ranking {
    const ranking = createRanking();
    const spelt = meetingAll(terms);
    for (const number of spelt) {
      const tier = tierOf(texts.kindAt(number), number, terms);
      if (tier !== undefined) rank(ranking, number, tier, query, terms);
    }
    if (spelt.some(texts.isName)) return ranking;
    terms.forEach(termSearch.forgive);
    for (const number of meetingAll(terms).filter(texts.isName)) rank(ranking, number, tiers.misspelt, query, terms);
    if (!ranking.isEmpty) return ranking;
    for (const number of meetingAny(terms).filter(texts.isName)) {
      if (isTelling(number, terms)) rank(ranking, number, tiers.part, query, terms);
    }
    return ranking;
  }

  return {
    search(query, limit) {
      const asked = query.replace(possessive, "");
      const terms = [...new Set(termsOf(asked))].map(termSearch.meet);
      if (terms.length === 0) return [];
      return findAll(foldText(asked), terms)
        .reasons(limit)
        .flatMap(({ card, number }) => {
          const head = module.cards[card];
          return head ? [{ ...head, reason: texts.at(number) }] : [];
        });
    },
  };
}

/** How a text of that kind answers a query whose `terms` it meets; a name at best. Undefined where it says nothing. */
function tierOf(kind: LookupText["kind"], number: number, terms: readonly MetTerm[]): Tier | undefined {
  const isWhole = terms.every(({ ways }) => ways[number] === met.word);
  if (kind === "title" || kind === "name") return isWhole ? tiers.whole : tiers.beginning;
  // So short a beginning says nothing of a sentence.
  const isTelling = terms.every(({ term, ways }) => ways[number] === met.word || term.length > 2);
  return isTelling ? tiers[kind] : undefined;
}

function nameTierOf(name: string, query: string, isTitle: boolean): Tier {
  if (name === query) return tiers.whole;
  // A title is mostly looked for by its last word: a person's surname.
  const isInTitle = isTitle && ` ${name}`.includes(` ${query}`);
  return isInTitle || name.startsWith(query) ? tiers.beginning : tiers.words;
}

/** Whether it is by more than a letter or two that a text meets some of the terms. */
function isTelling(number: number, terms: readonly MetTerm[]): boolean {
  return terms.some(({ term, ways }) => ways[number] === met.word || (ways[number] && term.length > 2));
}

/** Whole words weigh more than beginnings, those more than misspelt ones, and long words more than short. */
function scoreOf(number: number, terms: readonly MetTerm[]): number {
  return terms.reduce((sum, { term, ways }) => {
    const way = ways[number] ?? 0;
    return sum + way * term.length + (way === met.word ? met.word : 0);
  }, 0);
}
