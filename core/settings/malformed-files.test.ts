import { describe, expect, test } from "vitest";
import { parseValues } from "./parse-settings.ts";
import { defaultSettings, type Settings, settingEntries } from "./settings.ts";
import { readSettingsFile, writeSettingsFile } from "./settings-file.ts";
import { changeStored, readStored } from "./stored-settings.ts";

const count = 200;

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const own: Settings = {
  ...defaultSettings,
  siteRules: [
    { pattern: "*.example.org", on: false },
    { pattern: "a.org", on: true },
  ],
  muted: [{ card: "nato" }, { kind: "place", site: "a.org" }],
  theme: "light",
};
const file = writeSettingsFile(own);
const keys = settingEntries.flatMap(([key, { travels }]) => (travels ? [key] : []));
const oddities = [
  null,
  true,
  -1,
  1e308,
  "",
  "sepia",
  "💥",
  [],
  [null],
  {},
  { pattern: 5 },
  [{ card: {} }],
  [["*"]],
  "__proto__",
];

/** Ways to spoil a file, each certain to leave something in it that must not be taken silently. */
const damages: readonly ((chance: () => number) => string)[] = [
  // Cut off.
  (chance) => file.slice(0, Math.floor(chance() * (file.length - 3))),
  // A stroke of the pen that JSON does not know.
  (chance) => splice(file, chance, 0, pick(["}", "]", "'", "//", "\\", "<b>", "NaN"], chance)),
  // A piece taken out, from the settings on.
  (chance) => {
    const start = file.indexOf('"settings"') + Math.floor(chance() * (file.length - file.indexOf('"settings"') - 20));
    return file.slice(0, start) + file.slice(start + 3 + Math.floor(chance() * 12));
  },
  // A value of another kind.
  (chance) => withValue(pick(keys, chance), pick(oddities, chance)),
  // A setting that is none.
  (chance) => withValue(pick(["constructor", "__proto__", "toString", "Theme", "sitesOff ", ""], chance), "dark"),
  // An entry of a list that is none.
  (chance) =>
    withValue("siteRules", [
      ...own.siteRules,
      { pattern: pick(["", "two words", "a..b", "*.*", "-"], chance), on: true },
    ]),
  // Bytes that are no text.
  (chance) => splice(file, chance, 0, pick(["\0", "\uFFFD"], chance)),
  // Another program's.
  (chance) => JSON.stringify({ format: pick(["bookmarks", "", 7, null], chance), settings: own }),
];

function splice(text: string, chance: () => number, removed: number, added: string): string {
  const at = Math.floor(chance() * text.length);
  return text.slice(0, at) + added + text.slice(at + removed);
}

function pick<T>(choices: readonly T[], chance: () => number): T {
  return choices[Math.floor(chance() * choices.length)] as T;
}

function withValue(key: string, value: unknown): string {
  const entries = Object.entries(JSON.parse(file).settings).filter(([name]) => name !== key);
  const settings = [...entries, [key, value]].map(([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(one)}`);
  return `{"format": "context-cards-settings", "version": 2, "settings": {\n${settings.join(",\n")}\n}}`;
}

/** Whether the text says, to a plain JSON reader, just what the settings are: then nothing needs to be told. */
function isHarmless(text: string): boolean {
  try {
    const { format, version, settings } = JSON.parse(text);
    if (format !== "context-cards-settings" || version !== 2) return false;
    const { values, problems } = parseValues(settings);
    return problems.length === 0 && Object.keys(values).length > 0;
  } catch {
    return false;
  }
}

describe(`${count} malformed files`, () => {
  const stored = changeStored(readStored(undefined), own, 1000);
  const files = Array.from({ length: count }, (_, number) => {
    const chance = createChance(number + 1);
    return damages[number % damages.length]?.(chance) ?? "";
  });

  test("are refused with a reason, or repaired with a note for every part that is left out; nothing changes by reading", () => {
    const before = JSON.stringify(stored);
    const outcomes = { refused: 0, repaired: 0, harmless: 0 };
    for (const [number, text] of files.entries()) {
      const read = readSettingsFile(text);
      const about = `file ${number}: ${text.slice(0, 400)}`;
      expect(parseValues(read.changes).problems, about).toEqual([]);
      for (const { line } of read.notes) {
        expect(line, about).toBeGreaterThanOrEqual(1);
        expect(line, about).toBeLessThanOrEqual(text.split("\n").length);
      }
      if (read.refusal !== undefined) {
        expect(read.changes, about).toEqual({});
        outcomes.refused += 1;
      } else if (isHarmless(text)) outcomes.harmless += 1;
      else {
        expect(read.notes.length, about).toBeGreaterThan(0);
        outcomes.repaired += 1;
      }
      expect(JSON.stringify(stored), about).toBe(before);
      // What is taken leaves all else as it was.
      const after = changeStored(stored, read.changes, 2000);
      for (const key of keys) {
        if (read.changes[key] === undefined) expect(after.values[key], about).toEqual(stored.values[key]);
      }
    }
    expect(outcomes.refused + outcomes.repaired).toBeGreaterThanOrEqual(count * 0.9);
    expect(Math.min(outcomes.refused, outcomes.repaired)).toBeGreaterThan(20);
  });
});
