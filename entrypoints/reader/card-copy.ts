import type { CardCopy } from "#components/card/card-context.ts";
import { copyText } from "#page/copy-text.ts";
import { askBackground } from "#platform/messaging.ts";

/** Copies cards and citations. The text of a whole card is the background's: pages need not carry what writes it. */
export const cardCopy: CardCopy = {
  async card(id) {
    const text = await askBackground("getCardText", { card: id });
    if (text === undefined) throw new Error(`There is no card ${id}.`);
    await copyText(text);
  },
  text: copyText,
};
