import { type NamesModule, nameFlags } from "./names-module.ts";

/** Every way of writing each card's subject, without decoys, by card id: what look-up searches. */
export function writtenNames({ cards, rows }: NamesModule): Map<string, string[]> {
  const written = new Map<string, string[]>(cards.map(({ id }) => [id, []]));
  for (const [card, , flags, forms] of rows) {
    if (flags & nameFlags.decoy) continue;
    const head = cards[card];
    if (head) written.get(head.id)?.push(...forms.split("|"));
  }
  return written;
}
