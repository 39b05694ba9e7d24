import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { change, type Json, soundPack, writeFiles } from "../tests/support/harbour-pack.ts";
import { compilePacks, writePacks } from "./compile.ts";

describe("a sound pack", () => {
  it("compiles to its names and to its cards with the cited sources alone, without their excerpts", () => {
    const { names: compiled, cards, warnings } = compilePacks(writeFiles(soundPack()));
    expect(compiled.cards.map(({ id }) => id)).toEqual(["port", "wall"]);
    expect(Object.keys(cards.cards)).toEqual(["port", "wall"]);
    expect(cards.sources).toEqual({
      gazette: expect.not.objectContaining({ excerpts: expect.anything(), weak: expect.anything() }),
    });
    expect(warnings).toEqual([expect.stringMatching(/sources\.json.*“spare”/u)]);
  });

  it("is written as modules that hold the same data, and only where they changed", async () => {
    const files = soundPack();
    change("cards/wall.json", ["gloss"], "A “wall’s” \\ 'end'\u2028")(files);
    const root = writeFiles(files);
    const { cards } = writePacks(root);
    const path = join(root, ".packs/cards.js");
    const { mtimeMs } = statSync(path);
    const url = `data:text/javascript,${encodeURIComponent(readFileSync(path, "utf8"))}`;
    expect((await import(/* @vite-ignore */ url)).cards).toEqual(JSON.parse(JSON.stringify(cards)));
    writePacks(root);
    expect(statSync(path).mtimeMs).toBe(mtimeMs);
  });
});

describe("a name of two cards is accepted when", () => {
  const name = (rest: Record<string, Json>): Json => ({ text: "Old Quay", lang: "en", kind: "name", ...rest });
  it.each<[string, Json, Json, Json]>([
    ["it is weak in both and both have cues", name({ weak: true }), name({ weak: true }), ["harbour"]],
    ["each is strict to its own language", name({ strict: true }), name({ strict: true, lang: "de" }), []],
  ])("%s", (_, one, other, cues) => {
    const files = soundPack();
    change("names/port.json", ["names", 1], one)(files);
    change("names/wall.json", ["names", 1], other)(files);
    change("names/port.json", ["cues"], cues)(files);
    change("names/wall.json", ["cues"], cues)(files);
    expect(() => compilePacks(writeFiles(files))).not.toThrow();
  });
});
