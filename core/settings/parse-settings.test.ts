import { describe, expect, test } from "vitest";
import { parseSettings } from "./parse-settings.ts";
import { defaultSettings, settingsRecord } from "./settings.ts";

test("the defaults pass as they are", () => {
  expect(parseSettings(defaultSettings)).toEqual({ settings: defaultSettings, problems: [] });
});

test.each([
  ["nothing stored", undefined, 0],
  ["null", null, 0],
  ["an empty record", {}, 0],
  ["a list", [], 1],
  ["a text", "dark", 1],
  ["a number", 3, 1],
])("%s gives the defaults", (_, input, problems) => {
  const parsed = parseSettings(input);
  expect(parsed.settings).toEqual(defaultSettings);
  expect(parsed.problems).toHaveLength(problems);
});

describe("values that fit are kept", () => {
  test.each([
    ["theme", "dark", "dark"],
    ["dwell", 150, 150],
    ["dwell", 1500, 1500],
    ["kinds", [], []],
    ["kinds", ["topic", "person", "topic"], ["person", "topic"]],
    ["sitesOff", ["https://WWW.Example.org/news", "www.example.org"], ["www.example.org"]],
  ])("%s: %j becomes %j", (key, value, expected) => {
    const { settings, problems } = parseSettings({ [key]: value });
    expect(settings).toEqual({ ...defaultSettings, [key]: expected });
    expect(problems).toEqual([]);
  });
});

describe("a value that does not fit takes its default, and is named", () => {
  test.each([
    ["theme", "sepia", "theme: must be one of system, page, light, dark."],
    ["theme", "toString", "theme: must be one of system, page, light, dark."],
    ["theme", null, "theme: must be one of system, page, light, dark."],
    ["kinds", "person", "kinds: must be a list."],
    ["kinds", ["person", "animal"], "kinds: must be one of person, place, organisation, topic."],
    ["dwell", 149, "dwell: must be a whole number from 150 to 1500."],
    ["dwell", 1501, "dwell: must be a whole number from 150 to 1500."],
    ["dwell", 300.5, "dwell: must be a whole number from 150 to 1500."],
    ["dwell", Number.NaN, "dwell: must be a whole number from 150 to 1500."],
    ["dwell", "300", "dwell: must be a whole number from 150 to 1500."],
    ["sitesOff", ["example.org", "not a host"], "sitesOff: “not a host” is not a host name."],
    ["sitesOff", [1], "sitesOff: must hold host names."],
  ])("%s: %j", (key, value, problem) => {
    const { settings, problems } = parseSettings({ [key]: value, markStyle: "tint" });
    expect(settings).toEqual({ ...defaultSettings, markStyle: "tint" });
    expect(problems).toEqual([problem]);
  });
});

test("unknown keys are left out and named", () => {
  const { settings, problems } = parseSettings({ colour: "red", theme: "light", constructor: 1 });
  expect(settings).toEqual({ ...defaultSettings, theme: "light" });
  expect(problems).toEqual(["colour: no such setting.", "constructor: no such setting."]);
});

test("keys inherited from a prototype count for nothing", () => {
  expect(parseSettings(Object.create({ theme: "dark" })).settings.theme).toBe("system");
});

test("every setting has a default of its own kind", () => {
  expect(
    parseSettings(Object.fromEntries(Object.entries(settingsRecord).map(([key, { default: value }]) => [key, value])))
      .problems,
  ).toEqual([]);
});
