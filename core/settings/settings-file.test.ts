import { describe, expect, test } from "vitest";
import { parseValues } from "./parse-settings.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { readSettingsFile, writeSettingsFile } from "./settings-file.ts";

const changed: Settings = {
  ...defaultSettings,
  siteRules: [
    { pattern: "*.example.org", on: false },
    { pattern: "xn--bcher-kva.example", on: true },
  ],
  muted: [{ card: "nato" }, { kind: "place", site: "*.example.net" }],
  kinds: ["person", "place"],
  theme: "dark",
  textSize: 130,
  dwell: 500,
};
const file = writeSettingsFile(changed);
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

test("what was written is read as it was; what stays in a browser is not written", () => {
  const { changes, notes, refusal } = readSettingsFile(
    writeSettingsFile({ ...changed, paused: "lasting", sync: true }),
  );
  expect([notes, refusal]).toEqual([[], undefined]);
  expect({ ...defaultSettings, ...changes }).toEqual(changed);
  expect(Object.keys(changes)).not.toEqual(expect.arrayContaining(["paused"]));
});

test("a byte order mark and other line ends do not matter", () => {
  expect(readSettingsFile(`\uFEFF${file.replaceAll("\n", "\r\n")}`)).toEqual(readSettingsFile(file));
});

test("a file of the first version is read as of today's", () => {
  const old = '{"format":"context-cards-settings","version":1,"settings":{"sitesOff":["example.org"],"theme":"dark"}}';
  expect(readSettingsFile(old)).toEqual({
    changes: { siteRules: [{ pattern: "*.example.org", on: false }], theme: "dark" },
    notes: [],
  });
});

describe("a file that is not ours is refused:", () => {
  test.each([
    ["empty", "", "empty"],
    ["blank", " \n\t", "empty"],
    ["too long", `{"format":"context-cards-settings","x":"${"y".repeat(1_000_000)}"}`, "tooLong"],
    ["binary", "\u0089PNG\r\n\u001a\n\0\0", "notText"],
    ["not in UTF-8", file.replace("dark", "d\uFFFDrk"), "notText"],
    ["words", "These are my settings.", "notOurs"],
    ["a list", "[1, 2]", "notOurs"],
    ["another program's", '{"format":"bookmarks","version":2,"settings":{"theme":"dark"}}', "notOurs"],
    ["too deep", "[".repeat(200_000), "notOurs"],
    ["without settings", '{"format":"context-cards-settings","version":2}', "nothingUsable"],
    ["with settings of no use", '{"format":"context-cards-settings","version":2,"settings":[]}', "nothingUsable"],
  ])("%s", (_, content, refusal) => {
    expect(readSettingsFile(content)).toMatchObject({ refusal, changes: {} });
  });
});

describe("what is wrong is told by its line, and the rest is kept:", () => {
  test.each([
    ["a wrong value", '"dark"', '"sepia"', [{ key: "theme", fault: "notAnOption" }]],
    ["a number out of bounds", ": 500", ": 5000", [{ key: "dwell", fault: "notInRange" }]],
    ["an unknown setting", '"theme": "dark"', '"colour": "dark"', [{ key: "colour", fault: "unknownSetting" }]],
    ["one that is not for files", '"theme": "dark"', '"paused": "no"', [{ key: "paused", fault: "notForFiles" }]],
    [
      "a prototype",
      '"theme": "dark"',
      '"__proto__": {"theme": "dark"}',
      [{ key: "__proto__", fault: "unknownSetting" }],
    ],
    ["a missing comma", '"dark",', '"dark"', [{ fault: "syntax" }]],
    ["a comment", '"theme"', '// mine\n"theme"', [{ fault: "syntax" }]],
    ["a missing value", '"theme": "dark"', '"theme": ', [{ fault: "syntax" }]],
    ["a quotation mark that is not closed", '"dark"', '"dark', [{ fault: "syntax" }]],
    ["a newer version", '"version": 2', '"version": 3', [{ key: "version", fault: "newerVersion" }]],
    ["no version", '"version": 2', '"version": "two"', [{ key: "version", fault: "noVersion" }]],
  ])("%s", (_, part, replacement, expected) => {
    const broken = file.replace(part, replacement);
    const { changes, notes, refusal } = readSettingsFile(broken);
    expect(refusal).toBeUndefined();
    expect(notes).toEqual(expect.arrayContaining(expected.map((one) => expect.objectContaining(one))));
    expect(notes[0]?.line).toBeGreaterThanOrEqual(lineOf(file, part));
    expect(notes[0]?.line).toBeLessThanOrEqual(lineOf(file, part) + 1);
    expect(parseValues(changes).problems).toEqual([]);
    expect(changes).toMatchObject({ siteRules: changed.siteRules, muted: changed.muted });
  });

  test("an entry of a list, at its own line", () => {
    const { changes, notes } = readSettingsFile(file.replace("*.example.org", "two words"));
    expect(notes).toEqual([
      { line: lineOf(file, '"pattern": "*.example.org"') - 1, key: "siteRules", fault: "notAPattern" },
    ]);
    expect(changes.siteRules).toEqual(changed.siteRules.slice(1));
  });

  test("a setting that stands twice", () => {
    const { changes, notes } = readSettingsFile(file.replace('"theme": "dark"', '"theme": "light",\n"theme": "page"'));
    expect(notes).toEqual([{ line: lineOf(file, '"theme"') + 1, key: "theme", fault: "twice" }]);
    expect(changes.theme).toBe("page");
  });

  test("what the organisation sets", () => {
    const { changes, notes } = readSettingsFile(file, ["theme"]);
    expect(notes).toEqual([{ line: lineOf(file, '"theme"'), key: "theme", fault: "locked" }]);
    expect(changes).not.toHaveProperty("theme");
  });

  test("a file that was cut off keeps what stands before", () => {
    const { changes, notes } = readSettingsFile(file.slice(0, file.indexOf('"mentions"')));
    expect(notes.map(({ fault }) => fault)).toContain("syntax");
    expect(changes).toMatchObject({ kinds: changed.kinds, siteRules: changed.siteRules });
  });
});
