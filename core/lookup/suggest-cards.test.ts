import { expect, test } from "vitest";
import type { LookupReason } from "./create-lookup.ts";
import { lineOf } from "./suggest-cards.ts";

function line(reason: LookupReason, query: string): string {
  const result = { id: "crimea", kind: "place", title: "Crimea", gloss: "Peninsula on the Black Sea", reason } as const;
  const marks = { match: "*", dim: "_" };
  return lineOf(result, query, "Place")
    .map(({ text, style }) => (style ? `${marks[style]}${text}${marks[style]}` : text))
    .join("");
}

test.each<[LookupReason["kind"], string, string, string]>([
  ["title", "Crimea", "cri", "*Crimea*_ · Place · __Peninsula on the Black Sea_"],
  ["name", "Крим", "крим", "Crimea_ · Place · _*Крим*"],
  ["statement", "Near Kerch, the bridge.", "kerch", "Crimea_ · Place · __Near _*Kerch*_, the bridge._"],
])("tells by its %s why a card was found", (kind, text, query, expected) => {
  expect(line({ kind, text, langs: [] }, query)).toBe(expected);
});
