import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawNames, drawSizes } from "./growth.ts";
import type { Figures } from "./lab.ts";
import { tableOf } from "./table.ts";

const begin = "<!-- bench: begin, written by `npm run bench -- --write` -->";
const end = "<!-- bench: end -->";

const pictures = `![Time of a scan against the size of the page, from 10 thousand to 20 million units.](docs/bench/sizes.svg)

![Time of a scan of 1 MB against the number of names, from 100 to 100,000, with npm packages beside.](docs/bench/names.svg)`;

/** Puts table and charts between their marks in the README. Throws where the marks are missing. */
export function writeResults(project: string, figures: Figures, conditions: string): void {
  const file = join(project, "README.md");
  const readme = readFileSync(file, "utf8");
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no “${begin}” followed by “${end}”`);
  const block = `${begin}\nOn ${conditions}:\n\n${tableOf(figures)}\n\n${pictures}\n`;
  writeFileSync(file, readme.slice(0, from) + block + readme.slice(to));
  const folder = join(project, "docs/bench");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "sizes.svg"), drawSizes(figures));
  writeFileSync(join(folder, "names.svg"), drawNames(figures));
}
