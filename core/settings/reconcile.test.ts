import { describe, expect, test } from "vitest";
import { reconcile, type SharedItem } from "./reconcile.ts";
import type { Settings } from "./settings.ts";
import { changeStored, readStored, type StoredSettings } from "./stored-settings.ts";

const nothing = readStored(undefined);
const all = { tooLong: [], held: [] };
const set = (stored: StoredSettings, changes: Partial<Settings>, at: number) => changeStored(stored, changes, at);

describe("the later change counts:", () => {
  test.each([
    ["here only", set(nothing, { theme: "dark" }, 100), {}, "dark", { theme: { value: "dark", at: 100 } }],
    ["elsewhere only", nothing, { theme: { value: "light", at: 50 } }, "light", {}],
    [
      "here later",
      set(nothing, { theme: "dark" }, 100),
      { theme: { value: "light", at: 50 } },
      "dark",
      { theme: { value: "dark", at: 100 } },
    ],
    ["elsewhere later", set(nothing, { theme: "dark" }, 100), { theme: { value: "light", at: 150 } }, "light", {}],
    ["put back elsewhere", set(nothing, { theme: "dark" }, 100), { theme: { at: 150 } }, undefined, {}],
    [
      "put back here",
      set(set(nothing, { theme: "dark" }, 100), { theme: "system" }, 200),
      { theme: { value: "dark", at: 100 } },
      undefined,
      { theme: { at: 200 } },
    ],
    ["the same on both sides", set(nothing, { theme: "dark" }, 100), { theme: { value: "dark", at: 100 } }, "dark", {}],
    [
      "set before there were times",
      { ...nothing, values: { theme: "dark" } },
      {},
      "dark",
      { theme: { value: "dark", at: 1 } },
    ],
    ["what cannot be read", nothing, { theme: { value: "sepia", at: 50 } }, undefined, {}],
    ["what is no item", nothing, { theme: "dark", dwell: null, kinds: { value: ["place"], at: "now" } }, undefined, {}],
  ] as [string, StoredSettings, Record<string, unknown>, unknown, object][])(
    "%s",
    (_, stored, shared, theme, share) => {
      const result = reconcile(stored, shared, all);
      expect(result.stored.values.theme).toBe(theme);
      expect(result.share).toEqual(share);
    },
  );
});

test("what does not travel is not told, nor taken", () => {
  const here = set(nothing, { paused: "lasting", sync: true }, 100);
  expect(reconcile(here, { paused: { value: "restart", at: 500 } }, all)).toEqual({
    stored: here,
    share: {},
    apart: [],
  });
});

test("what is too long to be shared stays here, whatever the others do", () => {
  const here = set(nothing, { siteRules: [{ pattern: "a.org", on: false }], theme: "dark" }, 100);
  const shared = { siteRules: { value: [], at: 900 } };
  const { stored, share } = reconcile(here, shared, { tooLong: ["siteRules"], held: [] });
  expect(stored.values.siteRules).toEqual([{ pattern: "a.org", on: false }]);
  expect(Object.keys(share)).toEqual(["theme"]);
});

test("what could not be shared is not taken either, until it can", () => {
  const here = set(nothing, { siteRules: [{ pattern: "a.org", on: false }] }, 100);
  const held = { tooLong: [], held: ["siteRules"] } as const;
  const { stored, apart } = reconcile(here, { siteRules: { value: [], at: 900 } }, held);
  expect(stored).toEqual(here);
  expect(apart).toEqual(["siteRules"]);
  const changed = set(here, { siteRules: [] }, 1000);
  expect(reconcile(changed, { siteRules: { value: [], at: 900 } }, held)).toMatchObject({
    share: { siteRules: { at: 1000 } },
    apart: [],
  });
});

test("two browsers that changed different things, in any order of meeting, come to the same, and rest", () => {
  let one = set(nothing, { theme: "dark", dwell: 500 }, 100);
  let other = set(nothing, { theme: "light", markStyle: "tint" }, 200);
  let shared: Partial<Record<string, SharedItem>> = {};
  for (let meeting = 0; meeting < 2; meeting += 1) {
    for (const side of ["one", "other"]) {
      const result = reconcile(side === "one" ? one : other, shared as Record<string, unknown>, all);
      shared = { ...shared, ...result.share };
      if (side === "one") one = result.stored;
      else other = result.stored;
    }
  }
  expect(one.values).toEqual({ theme: "light", dwell: 500, markStyle: "tint" });
  expect(other.values).toEqual(one.values);
  expect(reconcile(one, shared as Record<string, unknown>, all).share).toEqual({});
});
