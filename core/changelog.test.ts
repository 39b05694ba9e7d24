import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readChangelog } from "./changelog.ts";

test("reads versions and their changes, in plain words", () => {
  const markdown =
    "# Changelog\n\nWhat changes.\n\n## 0.2.0\n\n- **New**: a [page](x.md)\n  of its own.\n- `npm`, `*.x`, <kbd>Alt</kbd>.\n\n## 0.1.0 (2026)\n\n- The first.\n";
  expect(readChangelog(markdown)).toEqual([
    { title: "0.2.0", changes: ["New: a page of its own.", "npm, *.x, Alt."] },
    { title: "0.1.0 (2026)", changes: ["The first."] },
  ]);
});

test("reads our own", () => {
  const versions = readChangelog(readFileSync("CHANGELOG.md", "utf8"));
  expect(versions.length).toBeGreaterThan(0);
  for (const { changes } of versions) expect(changes.length).toBeGreaterThan(0);
});
