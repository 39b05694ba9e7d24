import { expect, test } from "vitest";
import { sectionFacts } from "./card-sections.ts";
import type { Fact } from "./schema.ts";

function fact(statement: string, asOf: string, happened?: string): Fact {
  return { statement, asOf, ...(happened ? { happened } : {}), citations: [{ source: "a", quote: "a" }] };
}

test.each([
  ["the day before", "2024-11-29", undefined, "background"],
  ["the article's own day", "2024-11-30", undefined, "background"],
  ["the day after", "2024-12-01", undefined, "since"],
  ["the month of the article", "2024-11", undefined, "background"],
  ["the month after", "2024-12", undefined, "since"],
  ["the year of the article", "2024", undefined, "background"],
  ["the year after", "2025", undefined, "since"],
  ["an old event told later", "2026-01-22", "2019-05-20", "background"],
] as const)("files %s", (_, asOf, happened, section) => {
  expect(sectionFacts([fact("it", asOf, happened)], "2024-11-30")[section]).toHaveLength(1);
});

test("tells each part oldest first and keeps the editor's order within a day", () => {
  const facts = [
    fact("third", "2026-01-22", "2014-03-18"),
    fact("fifth", "2025-02-12"),
    fact("first", "2014"),
    fact("sixth", "2026-01-06"),
    fact("second", "2014-03"),
    fact("fourth", "2014-03-18"),
  ];
  const { background, since } = sectionFacts(facts, "2024-11-30");
  expect(background.map(({ statement }) => statement)).toEqual(["first", "second", "third", "fourth"]);
  expect(since.map(({ statement }) => statement)).toEqual(["fifth", "sixth"]);
});
