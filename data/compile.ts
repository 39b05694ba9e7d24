/**
 * Build only: reads `data/packs/*`, checks everything, and writes modules into `.packs/`: the first look (for every page),
 * the names (for pages that may hold some), the cards (for the background), and what look-up searches. As a command:
 * `tsx data/compile.ts [--quiet]`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as v from "valibot";
import { compileLookup, lookupDocuments } from "#core/lookup/compile-lookup.ts";
import type { LookupModule } from "#core/lookup/lookup-module.ts";
import { compileFirstLook } from "#core/names/compile-first-look.ts";
import { compileNames } from "#core/names/compile-names.ts";
import type { FirstLookModule } from "#core/names/first-look.ts";
import type { NamesModule } from "#core/names/names-module.ts";
import { baseName, checkPack, citedSources, type PackFiles } from "#core/pack/check-pack.ts";
import { contextRulesSchema } from "#core/pack/context-rules.ts";
import { type Failure, formatFailure } from "#core/pack/failure.ts";
import {
  type CardsModule,
  cardSchema,
  namesSchema,
  packSchema,
  type ShippedSource,
  type Source,
  sourcesSchema,
} from "#core/pack/schema.ts";
import { drawMap, mapAreas, mapFramesSchema } from "./draw-maps.ts";

/** The packs cannot be built. The message lists every failure: file, card, what is wrong, what was expected. */
export class PackError extends Error {
  override readonly name = "PackError";
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    const count = failures.length === 1 ? "one check fails" : `${failures.length} checks fail`;
    super(`The packs were not built: ${count}.\n\n${failures.map(formatFailure).join("\n\n")}\n`);
    this.failures = failures;
    // Builders print the stack, which tells an editor nothing.
    this.stack = this.message;
  }
}

/** What the packs under a root compile to, with remarks for their editor. */
export interface CompiledPacks {
  firstLook: FirstLookModule;
  names: NamesModule;
  cards: CardsModule;
  lookup: LookupModule;
  warnings: string[];
}

/** Compiles the one pack under `root`/data/packs. Throws a `PackError` with all failures of all checks. */
export function compilePacks(root: string): CompiledPacks {
  const reader = createReader(root);
  const rules = reader.json("data/context-rules.json", contextRulesSchema, "rules");
  const folders = reader.list("data/packs", "");
  const [folder] = folders;
  if (folder === undefined || folders.length > 1) {
    const wrong = folder === undefined ? "there is no pack" : `there are ${folders.length} packs`;
    throw new PackError([{ file: "data/packs", subject: "packs", where: "", wrong, expected: "one folder" }]);
  }
  const files = readPack(folder, reader);
  if (!files || !rules) throw new PackError(reader.failures);
  const { failures, warnings } = checkPack(files);
  const maps = drawMaps(files.cards, reader);
  if (failures.length > 0 || reader.failures.length > 0) throw new PackError([...reader.failures, ...failures]);

  const cards = files.cards.map(({ card }) => card);
  const cited = citedSources(cards);
  const shipped = Object.entries(files.sources).filter(([id]) => cited.has(id));
  const byId = Object.fromEntries(cards.map((card) => [card.id, card]));
  const names = compileNames(
    cards,
    files.names.map(({ names }) => names),
    rules,
    files.pack.otherStories,
  );
  return {
    firstLook: compileFirstLook(names),
    names,
    lookup: compileLookup(lookupDocuments(names, byId)),
    cards: {
      pack: files.pack,
      cards: byId,
      sources: Object.fromEntries(shipped.map(([id, source]) => [id, shippedOf(source)])),
      maps,
    },
    warnings,
  };
}

/** Compiles, and writes the modules in `.packs/` where they changed. Throws as `compilePacks` does. */
export function writePacks(root: string): CompiledPacks {
  const compiled = compilePacks(root);
  mkdirSync(join(root, ".packs"), { recursive: true });
  writeModule(join(root, ".packs/first-look.js"), "firstLook", compiled.firstLook);
  writeModule(join(root, ".packs/names.js"), "names", compiled.names);
  writeModule(join(root, ".packs/cards.js"), "cards", compiled.cards);
  writeModule(join(root, ".packs/lookup.js"), "lookup", compiled.lookup);
  return compiled;
}

type Reader = ReturnType<typeof createReader>;

/** Reads files under `root`, keeping what is wrong with them instead of stopping at the first. */
function createReader(root: string) {
  const failures: Failure[] = [];
  const text = (file: string): string | undefined => {
    if (existsSync(join(root, file))) return readFileSync(join(root, file), "utf8");
    failures.push({ file, subject: "file", where: "", wrong: "the file is missing", expected: "a file here" });
    return undefined;
  };
  return {
    failures,
    text,
    list(folder: string, ending: string): string[] {
      if (!existsSync(join(root, folder))) return [];
      const entries = readdirSync(join(root, folder)).filter((name) => name.endsWith(ending) && !name.startsWith("."));
      return entries.sort().map((name) => `${folder}/${name}`);
    },
    json<Schema extends v.GenericSchema>(file: string, schema: Schema, subject: string) {
      const content = text(file);
      if (content === undefined) return undefined;
      let parsed: unknown;
      try {
        parsed = JSON.parse(content);
      } catch (error) {
        failures.push({ file, subject, where: "", wrong: `not JSON: ${String(error)}`, expected: "a JSON document" });
        return undefined;
      }
      const result = v.safeParse(schema, parsed);
      if (result.success) return result.output;
      failures.push(...result.issues.map((issue) => failureOf(issue, file, subject)));
      return undefined;
    },
  };
}

function readPack(folder: string, reader: Reader): PackFiles | undefined {
  const pack = reader.json(`${folder}/pack.json`, packSchema, "pack");
  const articleText = reader.text(`${folder}/article.txt`);
  const sources = reader.json(`${folder}/sources.json`, sourcesSchema, "sources");
  const cardFiles = reader.list(`${folder}/cards`, ".json");
  const namesFiles = reader.list(`${folder}/names`, ".json");
  const cards = cardFiles.flatMap((file) => {
    const card = reader.json(file, cardSchema, `card ${baseName(file)}`);
    return card ? [{ file, card }] : [];
  });
  const names = namesFiles.flatMap((file) => {
    const parsed = reader.json(file, namesSchema, `card ${baseName(file)}`);
    return parsed ? [{ file, names: parsed }] : [];
  });
  if (!pack || articleText === undefined || !sources) return undefined;
  const [cardIds, namedIds] = [new Set(cardFiles.map(baseName)), new Set(namesFiles.map(baseName))];
  return { folder, pack, articleText, sources, cards, names, cardIds, namedIds };
}

/** The maps of the cards that have one, by card. */
function drawMaps(cards: PackFiles["cards"], reader: Reader): CardsModule["maps"] {
  const mapped = cards.flatMap(({ file, card }) => (card.map ? [{ file, id: card.id, map: card.map }] : []));
  const frames = mapped.length > 0 ? reader.json("data/map-frames.json", mapFramesSchema, "map frames") : undefined;
  if (!frames) return {};
  const known = mapAreas();
  const maps: CardsModule["maps"] = {};
  for (const { file, id, map } of mapped) {
    const fail = (where: string, wrong: string, expected: string) =>
      reader.failures.push({ file, subject: `card ${id}`, where, wrong, expected });
    const frame = frames[map.frame];
    const unknown = map.areas.filter((area) => !known.has(area));
    if (!frame) fail("map.frame", `there is no frame “${map.frame}”`, `one of ${Object.keys(frames).join(", ")}`);
    for (const area of unknown) fail("map.areas", `“${area}” is on no map`, "a country, or a region of Ukraine");
    if (frame && unknown.length === 0) maps[id] = drawMap(frame, map.areas, map.caption);
  }
  return maps;
}

function failureOf(issue: v.BaseIssue<unknown>, file: string, subject: string): Failure {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const where = keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  const missing = issue.received === "undefined" || issue.message.includes("but received undefined");
  const unknown = issue.expected === "never";
  return {
    file,
    subject: subject === "sources" && keys[0] !== undefined ? `source ${String(keys[0])}` : subject,
    where: where.replace(/^\./u, ""),
    wrong: missing ? "it is missing" : unknown ? "it is no known key" : `it is ${issue.received}`,
    expected: unknown ? "only the keys of the schema" : issue.message,
  };
}

function shippedOf({ excerpts: _, weak: __, ...shipped }: Source): ShippedSource {
  return shipped;
}

/** `JSON.parse` of one string is read faster by engines than the same data as a literal (v8.dev/blog/cost-of-javascript-2019). */
function writeModule(path: string, name: string, value: unknown): void {
  const json = JSON.stringify(value).replace(/[\\'\u2028\u2029]/gu, (character) =>
    character === "\\" || character === "'" ? `\\${character}` : `\\u${character.charCodeAt(0).toString(16)}`,
  );
  const code = `export const ${name} = JSON.parse('${json}');\n`;
  if (!existsSync(path) || readFileSync(path, "utf8") !== code) writeFileSync(path, code);
}

function main(): void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  try {
    const { cards, names, warnings } = writePacks(root);
    if (process.argv.includes("--quiet")) return;
    for (const warning of warnings) console.warn(`warning: ${warning}`);
    const sources = Object.keys(cards.sources).length;
    console.log(`${names.cards.length} cards, ${names.rows.length} rows of names, ${sources} sources, into .packs/`);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
