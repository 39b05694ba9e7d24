import { expect, test } from "vitest";
import { settingEntries } from "#core/settings/settings.ts";
import { englishWords } from "../../tests/support/english-words.ts";
import { searchSettings } from "./search-settings.ts";

test.each([
  ["theme", ["theme"]],
  ["DÁRK", ["theme"]],
  ["tint line", ["markStyle"]],
  ["organisations", ["kinds"]],
  ["your browsers sync", ["sync", "welcome"]],
  ["nothing like it", []],
])("finds by %j", (query, keys) => {
  const found = [...searchSettings(query, englishWords)];
  if (keys.length === 0) expect(found).toEqual([]);
  else expect(found).toContain(keys[0]);
});

test("finds every setting by its own name, and all of them by nothing", () => {
  for (const [key, { label }] of settingEntries) {
    expect(searchSettings(englishWords.say(label), englishWords)).toContain(key);
  }
  expect(searchSettings("  ", englishWords).size).toBe(settingEntries.length);
});
