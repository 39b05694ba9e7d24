import type { DrawnMap } from "./drawn-map.ts";
import type { Card, CardKind, CardsModule, Pack, ShippedSource } from "./schema.ts";

/** What stands in lists: enough to name a card without having it. */
export interface CardHead {
  id: string;
  kind: CardKind;
  title: string;
  gloss: string;
}

/** Everything one card shows, complete in itself: its sources, its related cards' heads, and the article's own data. */
export interface CardView {
  card: Card;
  sources: Record<string, ShippedSource>;
  related: CardHead[];
  map?: DrawnMap | undefined;
  article: Pack["article"];
  researchEnds: string;
}

/** The view of card `id`, or undefined when the pack has no such card. */
export function viewCard(module: CardsModule, id: string): CardView | undefined {
  const card = Object.hasOwn(module.cards, id) ? module.cards[id] : undefined;
  if (!card) return undefined;
  const citations = [
    ...card.facts.flatMap((fact) => fact.citations),
    ...card.offices.flatMap((office) => office.citations),
    ...card.disputes.flatMap((dispute) => dispute.accounts.flatMap((account) => account.citations)),
  ];
  const sources: Record<string, ShippedSource> = {};
  for (const { source } of citations) {
    const found = module.sources[source];
    if (found) sources[source] = found;
  }
  return {
    card,
    sources,
    related: card.related.flatMap((other) => {
      const found = module.cards[other];
      return found ? [headOf(found)] : [];
    }),
    map: module.maps[id],
    article: module.pack.article,
    researchEnds: module.pack.researchEnds,
  };
}

/** The head of a card. */
function headOf({ id, kind, title, gloss }: Card): CardHead {
  return { id, kind, title, gloss };
}
