// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { mentionAt } from "./hit-test.ts";

const mentions = [
  { card: "ukraine", start: 4, end: 11 },
  { card: "russia", start: 11, end: 17 },
  { card: "crimea", start: 30, end: 36 },
];

it.each([
  ["before the first", 3, undefined],
  ["on a first letter", 4, "ukraine"],
  ["on a last letter", 10, "ukraine"],
  ["where the next begins at once", 11, "russia"],
  ["between two", 20, undefined],
  ["on the last", 35, "crimea"],
  ["behind the last", 36, undefined],
])("finds the mention %s", (_, offset, card) => {
  expect(mentionAt(mentions, offset)?.card).toBe(card);
});

it("finds nothing where nothing is", () => {
  expect(mentionAt([], 0)).toBeUndefined();
});
