import type { CardHead } from "../pack/card-view.ts";
import type { LookupModule } from "./lookup-module.ts";

/** A text that is searched: a way of writing a card's subject, what stands under its title, or a sentence of it. */
export interface LookupText {
  readonly kind: "title" | "name" | "gloss" | "statement";
  readonly card: CardHead;
  readonly text: string;
  /** Of a name: the languages in which it is written so. */
  readonly langs: readonly string[];
}

/** The texts of a module by their numbers; each is made when it is first asked for. */
export function createTexts({ cards, names, statements }: LookupModule): {
  readonly count: number;
  at(number: number): LookupText | undefined;
} {
  const numbered: (readonly [kind: "name" | "gloss" | "statement", card: number, langs: string, text: string])[] = [];
  for (const [card, langs, forms] of names)
    for (const text of forms.split("|")) numbered.push(["name", card, langs, text]);
  for (const [card, { gloss }] of cards.entries()) numbered.push(["gloss", card, "", gloss]);
  for (const [card, text] of statements) numbered.push(["statement", card, "", text]);
  const made: LookupText[] = [];

  return {
    count: numbered.length,
    at(number) {
      const known = made[number];
      if (known) return known;
      const [kind, index, langs, text] = numbered[number] ?? [];
      const card = index === undefined ? undefined : cards[index];
      if (!kind || !card || text === undefined) return undefined;
      const one: LookupText = {
        kind: kind === "name" && text === card.title ? "title" : kind,
        card,
        text,
        langs: langs ? langs.split(",") : [],
      };
      made[number] = one;
      return one;
    },
  };
}
