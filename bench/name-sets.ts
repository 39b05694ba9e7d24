import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileNameTable } from "#core/names/compile-name-table.ts";
import { type NameRow, type NamesModule, nameFlags } from "#core/names/names-module.ts";
import { caseRules } from "#core/pack/schema.ts";
import type { CompiledPacks } from "../data/compile.ts";
import { makeUpNames } from "./made-up-names.ts";

/** Which names are looked for: those of the project's pack, or a number of written forms. */
export type NameSet = "bundled" | "100" | "600" | "1000" | "10000" | "100000";

/** The name sets, the pack's own first. */
export const nameSets: readonly NameSet[] = ["bundled", "100", "600", "1000", "10000", "100000"];

/** As many names a card as the pack has. */
const perCard = 300;

/**
 * Writes the modules that a content script with these names would import into `folder`: the pack's own names first, then
 * made-up ones. The first look knows the pack's own alone.
 */
export function writeNameSet(set: NameSet, { names, firstLook }: CompiledPacks, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const sized = set === "bundled" ? names : resize(names, Number(set));
  for (const [file, name, value] of [
    ["names.js", "names", sized],
    ["first-look.js", "firstLook", firstLook],
  ] as const) {
    writeFileSync(join(folder, file), `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`);
  }
}

function resize(names: NamesModule, size: number): NamesModule {
  const count = names.rows.reduce((sum, row) => sum + formsOf(row).length, 0);
  const sized = size > count ? extend(names, makeUpNames(size - count)) : { ...names, rows: cutDown(names.rows, size) };
  return { ...sized, table: compileNameTable(sized.rows) };
}

function formsOf([, , , forms]: NameRow): string[] {
  return forms.split("|");
}

/**
 * In rounds over the cards, the first rows of each, those of the pages' language before all others, until there are `size`
 * forms: each set is part of the next larger, and all but the smallest find nearly the same in a page.
 */
function cutDown(rows: readonly NameRow[], size: number): NameRow[] {
  const isEnglish = ([, langs]: NameRow) => langs === "" || langs.split(",").includes("en");
  const kept: NameRow[] = [];
  let left = size;
  for (const some of [rows.filter(isEnglish), rows.filter((row) => !isEnglish(row))]) {
    const cards = [...new Set(some.map(([card]) => card))];
    const byCard = cards.map((card) => some.filter((row) => row[0] === card));
    const longest = Math.max(...byCard.map((own) => own.length));
    for (let round = 0; round < longest && left > 0; round++) {
      for (const [card, langs, flags, forms] of byCard.flatMap((own) => own.slice(round, round + 1))) {
        const taken = forms.split("|").slice(0, left);
        if (taken.length > 0) kept.push([card, langs, flags, taken.join("|")]);
        left -= taken.length;
      }
    }
  }
  return kept;
}

function extend(names: NamesModule, madeUp: readonly string[]): NamesModule {
  const cards = [...names.cards];
  const rows = [...names.rows];
  const flags = nameFlags.full | caseRules.indexOf("initial");
  for (let at = 0; at < madeUp.length; at += perCard) {
    const own = madeUp.slice(at, at + perCard);
    const [title = ""] = own;
    rows.push([cards.length, "en", flags, own.join("|")]);
    const head = { id: `made-up-${cards.length}`, kind: "person", title, gloss: "Nobody" } as const;
    cards.push({ ...head, anchor: false, broad: false, cues: [] });
  }
  return { ...names, cards, rows };
}
