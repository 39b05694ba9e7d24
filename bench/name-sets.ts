import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writePacks } from "../data/compile.ts";
import { makeUpNames } from "./made-up-names.ts";

/** Which names are looked for: those of the project's pack, or a number of written forms. */
export type NameSet = "bundled" | "100" | "600" | "1000" | "10000" | "100000";

/** The name sets, the pack's own first. */
export const nameSets: readonly NameSet[] = ["bundled", "100", "600", "1000", "10000", "100000"];

/** A written form and its language; the little of a names file that is needed here. */
interface Name {
  text: string;
  lang: string;
  forms?: string[];
  weak?: boolean;
}

interface NamesFile {
  card: string;
  names: Name[];
  decoys?: Name[];
  cues?: string[];
}

/** As many names a card as the pack has. */
const perCard = 300;

/**
 * Writes a pack with so many names under `root` and compiles it as the build does: the project's own names first, in
 * rounds over its cards, then made-up ones. Answers the folder of the modules that the content script would import.
 */
export function compileNameSet(set: NameSet, project: string, root: string): string {
  cpSync(join(project, "data/packs"), join(root, "data/packs"), { recursive: true });
  cpSync(join(project, "data/context-rules.json"), join(root, "data/context-rules.json"));
  const [pack = ""] = readdirSync(join(root, "data/packs"));
  const folder = join(root, "data/packs", pack);
  if (set !== "bundled") resize(folder, Number(set));
  writePacks(root);
  return join(root, ".packs");
}

function resize(folder: string, size: number): void {
  const files = readdirSync(join(folder, "names")).map((file) => join(folder, "names", file));
  const own = files.map((file) => ({ file, names: JSON.parse(readFileSync(file, "utf8")) as NamesFile }));
  const count = own.reduce((sum, { names }) => sum + countForms(names), 0);
  if (size > count) addCards(folder, makeUpNames(size - count));
  else for (const { file, names } of cutDown(own, size)) writeFileSync(file, JSON.stringify(names));
}

/** The written forms of a card; the same letters in several languages are one. */
function countForms({ names, decoys = [] }: NamesFile): number {
  return new Set([...names, ...decoys].flatMap(({ text, forms = [] }) => [text, ...forms])).size;
}

/** The first names of every card until there are `size`; each keeps one that is not weak. */
function cutDown<Own extends { names: NamesFile }>(own: readonly Own[], size: number): Own[] {
  const kept = own.map((one) => ({ ...one, names: { ...one.names, names: [] as Name[], decoys: [] as Name[] } }));
  const most = Math.max(...own.map(({ names }) => names.names.length));
  let left = size;
  for (let round = 0; left > 0 && round < most; round++) {
    for (const [at, { names }] of own.entries()) {
      const sorted = names.names.toSorted((a, b) => Number(a.weak ?? false) - Number(b.weak ?? false));
      const name = sorted[round];
      if (!name || left === 0) continue;
      const forms = (name.forms ?? []).slice(0, left - 1);
      kept[at]?.names.names.push({ ...name, forms });
      left -= 1 + forms.length;
    }
  }
  return kept;
}

/** Cards that say what another card says: only their names are looked for. */
function addCards(folder: string, names: readonly string[]): void {
  const model = JSON.parse(readFileSync(join(folder, "cards/boris-johnson.json"), "utf8")) as object;
  mkdirSync(join(folder, "cards"), { recursive: true });
  for (let at = 0; at < names.length; at += perCard) {
    const id = `made-up-${at / perCard + 1}`;
    const [first = "", ...others] = names.slice(at, at + perCard);
    const file: NamesFile = { card: id, names: [{ text: first, lang: "en", ...kindOf }] };
    file.names.push(...others.map((text) => ({ text, lang: "en", ...kindOf })));
    writeFileSync(join(folder, `names/${id}.json`), JSON.stringify(file));
    writeFileSync(join(folder, `cards/${id}.json`), JSON.stringify({ ...model, id, title: first, anchor: false }));
  }
}

const kindOf = { kind: "full" };
