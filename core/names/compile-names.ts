import type { ContextRules } from "../pack/context-rules.ts";
import { type Card, caseRules, type Decoy, type Name, type Names } from "../pack/schema.ts";
import { fold } from "./characters.ts";
import { compileNameTable } from "./compile-name-table.ts";
import { type NameRow, type NamesModule, nameFlags } from "./names-module.ts";

/**
 * Turns the cards' names files into the one module that detection loads: forms that share card, languages and rules
 * stand in one row, and each cue once. The input is taken as checked.
 */
export function compileNames(
  cards: readonly Pick<Card, "id" | "kind" | "title" | "gloss" | "anchor" | "broad">[],
  files: readonly Names[],
  rules: ContextRules,
  otherStories: readonly string[],
): NamesModule {
  const cues = [...new Set(files.flatMap((file) => file.cues.map(fold)))];
  const rows = rowsOf(
    cards.map(({ id }) => id),
    files,
  );
  return {
    cards: cards.map(({ id, kind, title, gloss, anchor, broad }) => {
      const own = new Set(files.find((file) => file.card === id)?.cues.map(fold));
      return { id, kind, title, gloss, anchor, broad, cues: [...own].map((cue) => cues.indexOf(cue)) };
    }),
    cues,
    rows,
    table: compileNameTable(rows),
    rules: folded(rules),
    otherStories: otherStories.map(fold),
  };
}

/** All words within, folded: pages compare folded words only. */
function folded<T>(rules: T): T;
function folded(rules: unknown): unknown {
  if (typeof rules === "string") return fold(rules);
  if (Array.isArray(rules)) return [...new Set(rules.map(folded))];
  return Object.fromEntries(Object.entries(rules as object).map(([key, inner]) => [key, folded(inner)]));
}

function rowsOf(ids: readonly string[], files: readonly Names[]): NameRow[] {
  // By card, form and rules: the languages in which it is so.
  const languages = new Map<string, { card: number; flags: number; form: string; langs: Set<string> }>();
  const add = (card: number, lang: string | undefined, flags: number, forms: readonly string[]) => {
    for (const form of forms) {
      const key = `${card} ${flags} ${form}`;
      const known = languages.get(key) ?? { card, flags, form, langs: new Set<string>() };
      if (lang) known.langs.add(lang);
      languages.set(key, known);
    }
  };
  for (const file of files) {
    const card = ids.indexOf(file.card);
    for (const name of file.names) add(card, name.lang, flagsOfName(name), [name.text, ...name.forms]);
    for (const decoy of file.decoys) add(card, decoy.lang, flagsOfDecoy(decoy), [decoy.text, ...decoy.forms]);
  }
  const rows = new Map<string, NameRow>();
  for (const { card, flags, form, langs } of languages.values()) {
    const joined = [...langs].join(",");
    const key = `${card} ${flags} ${joined}`;
    const row = rows.get(key);
    if (row) row[3] += `|${form}`;
    else rows.set(key, [card, joined, flags, form]);
  }
  return [...rows.values()];
}

function flagsOfName({ case: rule, weak, strict, kind }: Name): number {
  const { full, surname, given } = nameFlags;
  const kinds: Partial<Record<Name["kind"], number>> = { full, surname, given };
  return caseRules.indexOf(rule) | (weak ? nameFlags.weak : 0) | (strict ? nameFlags.strict : 0) | (kinds[kind] ?? 0);
}

function flagsOfDecoy({ case: rule, strict, rival }: Decoy): number {
  return caseRules.indexOf(rule) | nameFlags.decoy | (strict ? nameFlags.strict : 0) | (rival ? nameFlags.rival : 0);
}
