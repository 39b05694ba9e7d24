import type { Fact } from "./schema.ts";

/** A card's facts on both sides of the article's day, each oldest first. */
export interface FactSections {
  background: Fact[];
  since: Fact[];
}

/** The date under which a fact is shown: that of the event where it is given, else that of its source. */
export function factDate({ happened, asOf }: Fact): string {
  return happened ?? asOf;
}

/**
 * Sorts facts into those up to and including `published` (ISO 8601, as the facts' own dates) and the later ones.
 * A year or a month counts by its beginning: `2024` lies before `2024-11-30`, and before `2024-01`.
 */
export function sectionFacts(facts: readonly Fact[], published: string): FactSections {
  const inTime = facts.toSorted((a, b) => compare(factDate(a), factDate(b)));
  return {
    background: inTime.filter((fact) => factDate(fact) <= published),
    since: inTime.filter((fact) => factDate(fact) > published),
  };
}

/** ISO dates of reduced precision sort as text, the shorter first. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
