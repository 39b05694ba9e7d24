import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { CardView } from "#core/pack/card-view.ts";
import type { Citation } from "#core/pack/schema.ts";

/** The ways off the card; both reject where the browser refuses. */
export interface CardCopy {
  /** The whole card as text, with its citations. */
  card(id: string): Promise<void>;
  text(text: string): Promise<void>;
}

/** What every part of one card shares. */
export interface CardContext {
  view: CardView;
  copy: CardCopy | undefined;
  numberOf: (citation: Citation) => number;
}

const context = createContext<CardContext | undefined>(undefined);

/** Gives a card's parts what they share. */
export const CardProvider = context.Provider;

/** What the card around this part shares; throws outside a card. */
export function useCard(): CardContext {
  const found = useContext(context);
  if (!found) throw new Error("A part of a card was rendered outside a card.");
  return found;
}
