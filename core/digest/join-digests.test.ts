import { describe, expect, test } from "vitest";
import type { Digest } from "../messages.ts";
import { joinDigests, placeOfMention } from "./join-digests.ts";

const first = { before: "", words: "x", after: "" };

function frame(id: number, path: number[], counts: Record<string, number>, rest: Partial<Digest> = {}) {
  const entries = Object.entries(counts).map(([card, count]) => ({ card, count, first: { ...first, words: `${id}` } }));
  return { id, digest: { state: "ready" as const, host: `h${id}.example`, path, entries, ...rest } };
}

describe("joins a page and its frames", () => {
  const joined = joinDigests([
    frame(0, [], { crimea: 2, nato: 1 }),
    frame(7, [0], { nato: 3, france: 1 }, { state: "reading" }),
    frame(9, [0, 1], { crimea: 1 }),
  ]);

  test("under the page's own name and state", () => {
    expect(joined).toMatchObject({ state: "ready", host: "h0.example" });
  });

  test("with all mentions of a card in one entry, at its first place", () => {
    expect(joined?.entries.map(({ card, count, first: { words } }) => [card, count, words])).toEqual([
      ["crimea", 3, "0"],
      ["nato", 4, "0"],
      ["france", 1, "7"],
    ]);
  });

  test.each([
    ["crimea", 0, { frame: 0, index: 0 }],
    ["crimea", 2, { frame: 9, index: 0 }],
    ["crimea", 3, { frame: 0, index: 0 }],
    ["nato", 3, { frame: 7, index: 2 }],
    ["france", 0, { frame: 7, index: 0 }],
  ] as const)("so that mention %s %i is found", (card, index, place) => {
    const entry = joined?.entries.find((one) => one.card === card);
    expect(entry && placeOfMention(entry, index)).toEqual(place);
  });
});

test("does not know a page that does not answer, whatever its frames say", () => {
  expect(joinDigests([])).toBeUndefined();
  expect(joinDigests([frame(7, [0], { nato: 3 })])).toBeUndefined();
});

test("holds nothing where the page is off, though a frame still answers", () => {
  const off = frame(0, [], {}, { state: "off", offBy: "site" });
  expect(joinDigests([off, frame(7, [0], { nato: 1 })])).toEqual({
    state: "off",
    offBy: "site",
    host: "h0.example",
    entries: [],
  });
});
