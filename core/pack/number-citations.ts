import { sectionFacts } from "./card-sections.ts";
import type { CardView } from "./card-view.ts";
import type { Citation } from "./schema.ts";

/** Numbers a card's citations from 1 in the order in which it shows them; the same words of the same source once. */
export function numberCitations({ card, article }: CardView): (citation: Citation) => number {
  const { background, since } = sectionFacts(card.facts, article.published);
  const shown = [
    ...card.offices,
    ...background,
    ...since,
    ...card.disputes.flatMap((dispute) => dispute.accounts),
  ].flatMap(({ citations }) => citations);
  const numbers = new Map<string, number>();
  for (const citation of shown) {
    if (!numbers.has(keyOf(citation))) numbers.set(keyOf(citation), numbers.size + 1);
  }
  return (citation) => numbers.get(keyOf(citation)) ?? 0;
}

function keyOf({ source, quote }: Citation): string {
  return `${source} ${quote}`;
}
