import { describe, expect, test } from "vitest";
import { changeMuting, createChoice, isMuted } from "./mutes.ts";
import { defaultSettings, type Settings } from "./settings.ts";

const choice = (changes: Partial<Settings> = {}) => ({ ...defaultSettings, ...changes });

describe("what is marked", () => {
  test.each([
    ["everything", {}, ["example.org"], true],
    ["not a kind that is not wanted", { kinds: ["person"] }, ["example.org"], false],
    ["not a muted card", { muted: [{ card: "crimea" }] }, ["example.org"], false],
    ["nor one that is muted here", { muted: [{ card: "crimea", site: "*.example.org" }] }, ["www.example.org"], false],
    ["but one that is muted elsewhere", { muted: [{ card: "crimea", site: "example.net" }] }, ["example.org"], true],
    [
      "nor one muted on the page around",
      { muted: [{ card: "crimea", site: "example.net" }] },
      ["a.org", "example.net"],
      false,
    ],
    ["not a kind that is muted here", { muted: [{ kind: "place", site: "example.org" }] }, ["example.org"], false],
    ["but another card", { muted: [{ card: "nato" }] }, ["example.org"], true],
    ["and another kind", { muted: [{ kind: "topic", site: "example.org" }] }, ["example.org"], true],
  ] as [string, Partial<Settings>, string[], boolean][])("%s", (_, changes, hosts, expected) => {
    expect(createChoice(choice(changes), hosts)("crimea", "place")).toBe(expected);
  });
});

describe("muting, and taking it back,", () => {
  test.each([
    ["a card everywhere", { what: { card: "nato" } }, { muted: [{ card: "nato" }] }],
    [
      "a card here",
      { what: { card: "nato" }, site: "www.Example.org" },
      { muted: [{ card: "nato", site: "www.example.org" }] },
    ],
    ["a kind everywhere", { what: { kind: "place" } as const }, { kinds: ["person", "organisation", "topic"] }],
    ["a kind here", { what: { kind: "place" } as const, site: "a.org" }, { muted: [{ kind: "place", site: "a.org" }] }],
    ["at what is no host", { what: { card: "nato" }, site: "" }, {}],
  ])("%s", (_, muting, expected) => {
    const muted = changeMuting(choice(), muting, true);
    expect(muted).toEqual(expected);
    const after = choice(muted as Partial<Settings>);
    expect(changeMuting(after, muting, true)).toEqual(expected);
    expect(isMuted(after, muting)).toBe(Object.keys(expected).length > 0);
    expect(isMuted(choice(), muting)).toBe(false);
    const back = { ...after, ...changeMuting(after, muting, false) };
    expect({ ...back, kinds: [...back.kinds].sort() }).toEqual({
      ...choice(),
      kinds: [...defaultSettings.kinds].sort(),
    });
  });

  test("leaves other mutes alone", () => {
    const muted = [{ card: "nato", site: "a.org" }, { card: "crimea" }];
    expect(changeMuting(choice({ muted }), { what: { card: "nato" } }, false)).toEqual({ muted });
  });
});
