import fc from "fast-check";
import { expect, it } from "vitest";
import { findMisspelt, lettersShared } from "#core/lookup/find-misspelt.ts";
import { check } from "./cases.ts";

const word = fc.string({ unit: fc.constantFrom(..."abcd"), minLength: 1, maxLength: 12 });
const typed = fc.string({ unit: fc.constantFrom(..."abcde"), minLength: 4, maxLength: 10 });

it("finds the words, and the mistakes, that the plain distance finds, whatever the words and what was typed", () => {
  check(
    5,
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), typed, fc.integer({ min: 1, max: 2 }), (some, asked, most) => {
      const words = some.toSorted();
      const found: [string | undefined, number][] = [];
      findMisspelt(words, lettersShared(words), asked, most, (place, mistakes) => found.push([words[place], mistakes]));
      const expected = words.map((one) => [one, mistakesToBeginning(asked, one)] as const);
      expect(found).toEqual(expected.filter(([, mistakes]) => mistakes <= most));
    }),
  );
});

/** The fewest letters to change, add, leave out or swap until `asked` is what `word` begins with. */
function mistakesToBeginning(asked: string, word: string): number {
  return Math.min(...Array.from({ length: word.length + 1 }, (_, end) => distance(asked, word.slice(0, end))));
}

/** The optimal string alignment distance, by its definition. */
function distance(from: string, to: string): number {
  const rows: number[][] = [];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 0; row <= from.length; row += 1) {
    rows.push([]);
    for (let column = 0; column <= to.length; column += 1) {
      const isSwapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const ways = [
        row + column === 0 ? 0 : Number.POSITIVE_INFINITY,
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      ];
      rows[row]?.push(Math.min(...ways));
    }
  }
  return at(from.length, to.length);
}
