import { checkCard } from "./check-card.ts";
import { checkNames, type NamesFile } from "./check-names.ts";
import type { Failure } from "./failure.ts";
import { isKnownLanguage, isRealDate } from "./known-values.ts";
import type { Card, Pack, Source } from "./schema.ts";

/** A pack whose files have each passed their schema. Paths are from the project's root. */
export interface PackFiles {
  folder: string;
  pack: Pack;
  articleText: string;
  sources: Readonly<Record<string, Source>>;
  cards: readonly { file: string; card: Card }[];
  names: readonly NamesFile[];
  /** The ids of all files in `cards/` and in `names/`, those that failed their schema included. */
  cardIds: ReadonlySet<string>;
  namedIds: ReadonlySet<string>;
}

/** What keeps the pack from being built (`failures`), and what an editor may want to tidy (`warnings`). */
export interface PackReport {
  failures: Failure[];
  warnings: string[];
}

/** Checks a pack as a whole: every rule that one file alone cannot break, and those of its cards and names. */
export function checkPack(files: PackFiles): PackReport {
  const { folder, pack, articleText, sources, cards, names, cardIds } = files;
  const failures = [
    ...checkSources(files),
    ...checkPairs(files),
    ...cards.flatMap(({ file, card }) => checkCard(card, { file, pack, articleText, sources, cardIds })),
    ...checkNames(names),
  ];
  const cited = citedSources(cards.map(({ card }) => card));
  const warnings = Object.keys(sources)
    .filter((id) => !cited.has(id))
    .map((id) => `${folder}/sources.json: no card cites source “${id}”; it is not shipped`);
  return { failures, warnings };
}

/** The ids of all sources that the cards cite. */
export function citedSources(cards: readonly Card[]): Set<string> {
  const citing = cards.flatMap(({ offices, facts, disputes }) => [
    ...offices,
    ...facts,
    ...disputes.flatMap(({ accounts }) => accounts),
  ]);
  return new Set(citing.flatMap(({ citations }) => citations.map(({ source }) => source)));
}

function checkSources({ folder, sources }: PackFiles): Failure[] {
  const failures: Failure[] = [];
  for (const [id, { lang, published }] of Object.entries(sources)) {
    const at = { file: `${folder}/sources.json`, subject: `source ${id}` };
    if (!isKnownLanguage(lang)) {
      failures.push({ ...at, where: "lang", wrong: `“${lang}” is no known language`, expected: "a BCP 47 tag" });
    }
    if (published && !isRealDate(published)) {
      const wrong = `“${published}” is not in the calendar`;
      failures.push({ ...at, where: "published", wrong, expected: "a date that exists" });
    }
  }
  return failures;
}

/** Each file is named for its card, and each card has one file of each sort. */
function checkPairs({ folder, pack, cards, names, cardIds, namedIds }: PackFiles): Failure[] {
  const failures: Failure[] = [];
  const checkId = (file: string, id: string, where: string, expected: string) => {
    if (id === expected) return;
    const wrong = `“${id}” is not the file’s name`;
    failures.push({ file, subject: `card ${expected}`, where, wrong, expected: `“${expected}”` });
  };
  const checkPair = (id: string, has: string, lacks: string, others: ReadonlySet<string>) => {
    if (others.has(id)) return;
    const file = `${folder}/${has}/${id}.json`;
    const expected = `${folder}/${lacks}/${id}.json`;
    failures.push({ file, subject: `card ${id}`, where: "", wrong: `it has no file in ${lacks}/`, expected });
  };
  if (pack.id !== baseName(folder)) {
    const wrong = `“${pack.id}” is not the folder’s name`;
    const expected = `“${baseName(folder)}”`;
    failures.push({ file: `${folder}/pack.json`, subject: "pack", where: "id", wrong, expected });
  }
  for (const { file, card } of cards) checkId(file, card.id, "id", baseName(file));
  for (const { file, names: named } of names) checkId(file, named.card, "card", baseName(file));
  for (const id of cardIds) checkPair(id, "cards", "names", namedIds);
  for (const id of namedIds) checkPair(id, "names", "cards", cardIds);
  return failures;
}

/** The last part of a path, without `.json`. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.json$/u, "");
}
