/** How a text answers a query, the best first. */
export const tiers = { whole: 0, beginning: 1, words: 2, gloss: 3, statement: 4, misspelt: 5, part: 6 } as const;

/** See `tiers`. */
export type Tier = (typeof tiers)[keyof typeof tiers];

/** A text that answers a query, by its number. */
export interface Hit {
  readonly number: number;
  readonly card: number;
  readonly isTitle: boolean;
  readonly tier: Tier;
  /** The more of the query is met, the higher. */
  readonly score: number;
  /** By how many letters the text is longer than the query, or shorter. */
  readonly farness: number;
}

/** Of one card's hits the one by which it ranks, and the one that tells best why it was found. */
interface BestHits {
  likeliest: Hit;
  reason: Hit;
}

/** Ranks cards by what was hit; nothing is kept of a card but its best hits. */
export interface Ranking {
  readonly isEmpty: boolean;
  add(hit: Hit): void;
  /** Whether `hit` is better than what was added of its card. */
  isBetter(hit: Hit): boolean;
  /** For each card the hit that tells best why it was found; the likeliest card first, at most `limit`. */
  reasons(limit: number): Hit[];
}

/** A ranking of nothing yet. */
export function createRanking(): Ranking {
  const byCard = new Map<number, BestHits>();
  return {
    get isEmpty() {
      return byCard.size === 0;
    },
    add(hit) {
      const best = byCard.get(hit.card);
      if (!best) byCard.set(hit.card, { likeliest: hit, reason: hit });
      else {
        if (compareHits(hit, best.likeliest) < 0) best.likeliest = hit;
        if (compareReasons(hit, best.reason) < 0) best.reason = hit;
      }
    },
    isBetter(hit) {
      const best = byCard.get(hit.card);
      return !best || compareHits(hit, best.likeliest) < 0 || compareReasons(hit, best.reason) < 0;
    },
    reasons(limit) {
      const ranked = [...byCard.values()].sort((a, b) => compareHits(a.likeliest, b.likeliest));
      return ranked.slice(0, limit).map(({ reason }) => reason);
    },
  };
}

function compareHits(a: Hit, b: Hit): number {
  return a.tier - b.tier || compareTitles(a, b) || compareNearness(a, b);
}

/** The title first where it holds the words, else what is nearest to the query. */
function compareReasons(a: Hit, b: Hit): number {
  const least = tiers.gloss;
  return (
    Math.max(a.tier, least) - Math.max(b.tier, least) || compareTitles(a, b) || a.tier - b.tier || compareNearness(a, b)
  );
}

function compareTitles(a: Hit, b: Hit): number {
  return Number(b.isTitle) - Number(a.isTitle);
}

function compareNearness(a: Hit, b: Hit): number {
  return b.score - a.score || a.farness - b.farness || a.number - b.number;
}
