import type { CardView } from "#core/pack/card-view.ts";
import { askBackground, OrphanedError } from "#platform/messaging.ts";

/** A function that asks the background for a card, once for each; undefined where it cannot be had. */
export function createCardRequests(onOrphaned: () => void): (card: string) => Promise<CardView | undefined> {
  const asked = new Map<string, Promise<CardView | undefined>>();
  return async (card) => {
    const answer = asked.get(card) ?? askBackground("getCard", { card });
    asked.set(card, answer);
    try {
      return await answer;
    } catch (error) {
      asked.delete(card);
      if (error instanceof OrphanedError) onOrphaned();
      return undefined;
    }
  };
}
