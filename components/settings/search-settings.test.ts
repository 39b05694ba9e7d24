import { expect, test } from "vitest";
import { settingEntries } from "#core/settings/settings.ts";
import { englishWords } from "../../tests/support/english-words.ts";
import { searchSettings } from "./search-settings.ts";

test.each([
  ["theme", ["theme"]],
  ["DÁRK", ["theme"]],
  ["tint line", ["markStyle"]],
  ["organisations", ["kinds"]],
  ["your browsers sync", ["sync"]],
  ["save as a file", ["transfer"]],
  ["keys", ["shortcuts"]],
  ["next name", ["shortcuts"]],
  ["nothing like it", []],
])("finds by %j", (query, keys) => {
  const found = [...searchSettings(query, englishWords)];
  if (keys.length === 0) expect(found).toEqual([]);
  else expect(found).toContain(keys[0]);
});

const theirs = settingEntries.filter(([, { setBy }]) => setBy === "organisation").map(([key]) => key);

test("finds every setting by its own name, and all of them by nothing", () => {
  for (const [key, { label }] of settingEntries) {
    expect(searchSettings(englishWords.say(label), englishWords, theirs)).toContain(key);
  }
  expect([...searchSettings("  ", englishWords, theirs)]).toEqual([
    ...settingEntries.map(([key]) => key),
    "shortcuts",
    "transfer",
  ]);
});

test("finds what only an organisation sets where it does", () => {
  expect(theirs.length).toBeGreaterThan(0);
  for (const key of theirs) {
    expect(searchSettings("", englishWords)).not.toContain(key);
    expect(searchSettings("", englishWords, [key])).toContain(key);
  }
});
