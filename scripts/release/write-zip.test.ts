import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import { filesUnder, zipOf } from "./write-zip.ts";

function folderOf(names: readonly string[], time: number): string {
  const root = mkdtempSync(join(tmpdir(), "zip-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "inner"));
  for (const name of names) {
    writeFileSync(join(root, name), `This is ${name}.`, { mode: time % 2 ? 0o600 : 0o755 });
    utimesSync(join(root, name), time, time);
  }
  return root;
}

const names = ["b.txt", "a.txt", "inner/c.txt"];

test("the same files make the same zip, whatever their dates, modes, order, folder, and the time zone", () => {
  const [one, other] = [folderOf(names, 1), folderOf(names.toReversed(), 1_700_000_000)];
  const zone = process.env.TZ;
  onTestFinished(() => {
    process.env.TZ = zone;
  });
  process.env.TZ = "Pacific/Auckland";
  const first = zipOf(one, filesUnder(one));
  process.env.TZ = "America/Los_Angeles";
  expect(Buffer.from(zipOf(other, filesUnder(other).toReversed()))).toEqual(Buffer.from(first));
});

test("the zip holds every file, as it was", () => {
  const root = folderOf(names, 1);
  const held = unzipSync(zipOf(root, filesUnder(root)));
  expect(Object.keys(held)).toEqual(["a.txt", "b.txt", "inner/c.txt"]);
  expect(Buffer.from(held["inner/c.txt"] ?? []).toString()).toBe("This is inner/c.txt.");
});
