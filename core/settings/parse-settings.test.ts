import { describe, expect, test } from "vitest";
import { changedValues, parseSettings, parseValues } from "./parse-settings.ts";
import { defaultSettings, settingEntries, settingsVersion } from "./settings.ts";

test("the defaults pass as they are", () => {
  expect(parseValues(defaultSettings)).toEqual({ values: defaultSettings, problems: [] });
  expect(changedValues(defaultSettings)).toEqual({});
});

test.each([
  ["nothing stored", undefined, 0],
  ["null", null, 0],
  ["an empty record", {}, 0],
  ["a list", [], 1],
  ["a text", "dark", 1],
  ["a number", 3, 1],
])("%s gives the defaults", (_, input, problems) => {
  expect(parseSettings(input)).toEqual(defaultSettings);
  expect(parseValues(input).problems).toHaveLength(problems);
});

describe("values that fit are kept", () => {
  test.each([
    ["theme", "dark", "dark"],
    ["dwell", 150, 150],
    ["dwell", 1500, 1500],
    ["kinds", [], []],
    ["kinds", ["topic", "person", "topic"], ["person", "topic"]],
    ["paused", "restart", "restart"],
    ["paused", 1_800_000_000_000, 1_800_000_000_000],
    ["sync", true, true],
    [
      "siteRules",
      [
        { pattern: "https://WWW.Example.org/news", on: true },
        { pattern: "*", on: true },
        { pattern: "www.example.org", on: false },
      ],
      [
        { pattern: "*", on: true },
        { pattern: "www.example.org", on: false },
      ],
    ],
    ["muted", [{ card: "nato" }, { card: "nato" }], [{ card: "nato" }]],
    ["muted", [{ kind: "place", site: "*.Bücher.example" }], [{ kind: "place", site: "*.xn--bcher-kva.example" }]],
  ])("%s: %j becomes %j", (key, value, expected) => {
    expect(parseValues({ [key]: value })).toEqual({ values: { [key]: expected }, problems: [] });
  });
});

describe("a value that does not fit is left out, and named", () => {
  test.each([
    ["theme", "sepia", "notAnOption"],
    ["theme", "toString", "notAnOption"],
    ["theme", null, "notAnOption"],
    ["kinds", "person", "notAList"],
    ["dwell", 149, "notInRange"],
    ["dwell", 1501, "notInRange"],
    ["dwell", 300.5, "notInRange"],
    ["dwell", Number.NaN, "notInRange"],
    ["dwell", "300", "notInRange"],
    ["sync", "true", "notTrueOrFalse"],
    ["paused", "never", "notAPause"],
    ["paused", -1, "notAPause"],
    ["siteRules", {}, "notAList"],
  ])("%s: %j", (key, value, fault) => {
    expect(parseValues({ [key]: value, markStyle: "tint" })).toEqual({
      values: { markStyle: "tint" },
      problems: [{ key, fault }],
    });
  });
});

describe("of a list, what fits is kept, and the rest is named by its place", () => {
  test.each([
    ["kinds", ["person", "animal"], ["person"], [{ fault: "notAnOption", entry: 1 }]],
    ["kinds", ["animal"], undefined, [{ fault: "notAnOption", entry: 0 }]],
    [
      "siteRules",
      [
        "example.org",
        { pattern: "two words", on: true },
        { pattern: "example.org", on: "yes" },
        { pattern: "*", on: true },
      ],
      [{ pattern: "*", on: true }],
      [
        { fault: "notARule", entry: 0 },
        { fault: "notAPattern", entry: 1 },
        { fault: "notARule", entry: 2 },
      ],
    ],
    [
      "muted",
      [
        { card: "../nato" },
        { kind: "place" },
        { card: "nato", kind: "place", site: "a.org" },
        { card: "nato", site: ":" },
        null,
      ],
      undefined,
      [
        { fault: "notAMute", entry: 0 },
        { fault: "notAMute", entry: 1 },
        { fault: "notAMute", entry: 2 },
        { fault: "notAPattern", entry: 3 },
        { fault: "notAMute", entry: 4 },
      ],
    ],
  ])("%s: %j", (key, value, kept, faults) => {
    expect(parseValues({ [key]: value })).toEqual({
      values: kept === undefined ? {} : { [key]: kept },
      problems: faults.map((fault) => ({ key, ...fault })),
    });
  });
});

test("unknown keys are left out and named", () => {
  const { values, problems } = parseValues({ colour: "red", theme: "light", constructor: 1 });
  expect(values).toEqual({ theme: "light" });
  expect(problems).toEqual([
    { key: "colour", fault: "unknownSetting" },
    { key: "constructor", fault: "unknownSetting" },
  ]);
});

test("keys inherited from a prototype count for nothing", () => {
  expect(parseSettings(Object.create({ theme: "dark" })).theme).toBe("system");
});

test("every setting was brought by a version that there is", () => {
  for (const [, { since }] of settingEntries) expect(since).toBeLessThanOrEqual(settingsVersion);
});
