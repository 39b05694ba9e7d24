import type { LookupModule } from "./lookup-module.ts";

/** A text that is searched: a way of writing a card's subject, what stands under its title, or a sentence of it. */
export interface LookupText {
  readonly kind: "title" | "name" | "gloss" | "statement";
  readonly text: string;
  /** Of a name: the languages in which it is written so. */
  readonly langs: readonly string[];
}

/** The texts of a module, by their numbers. */
export interface LookupTexts {
  readonly count: number;
  at(number: number): LookupText;
  kindAt(number: number): LookupText["kind"];
  /** Whether it is a way of writing a subject, title or not. */
  isName(number: number): boolean;
  textAt(number: number): string;
  /** The place of its card among the module's. */
  cardAt(number: number): number;
}

/** Keeps the texts as a list and each one's row as a number: a module may have a hundred thousand. */
export function createTexts({ cards, names, statements }: LookupModule): LookupTexts {
  const texts: string[] = [];
  const rows: number[] = [];
  for (const [row, [, , forms]] of names.entries()) {
    for (const text of forms.split("|")) {
      texts.push(text);
      rows.push(row);
    }
  }
  const glossesFrom = texts.length;
  for (const { gloss } of cards) texts.push(gloss);
  const statementsFrom = texts.length;
  for (const [, text] of statements) texts.push(text);

  const textAt = (number: number) => texts[number] ?? "";
  const rowAt = (number: number) => names[rows[number] ?? -1];
  function cardAt(number: number): number {
    if (number < glossesFrom) return rowAt(number)?.[0] ?? -1;
    return number < statementsFrom ? number - glossesFrom : (statements[number - statementsFrom]?.[0] ?? -1);
  }
  function kindAt(number: number): LookupText["kind"] {
    if (number >= statementsFrom) return "statement";
    if (number >= glossesFrom) return "gloss";
    return textAt(number) === cards[cardAt(number)]?.title ? "title" : "name";
  }
  return {
    count: texts.length,
    at(number) {
      const langs = rowAt(number)?.[1];
      return { kind: kindAt(number), text: textAt(number), langs: langs ? langs.split(",") : [] };
    },
    kindAt,
    isName: (number) => number < glossesFrom,
    textAt,
    cardAt,
  };
}
