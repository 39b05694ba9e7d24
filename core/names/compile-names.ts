import type { ContextRules } from "../pack/context-rules.ts";
import { type Card, caseRules, type Decoy, type Name, type Names } from "../pack/schema.ts";
import { type NameRow, type NamesModule, nameFlags } from "./names-module.ts";

/**
 * Turns the cards' names files into the one module that detection loads. Rows that differ in language alone are merged.
 * The input is taken as checked.
 */
export function compileNames(
  cards: readonly Pick<Card, "id" | "kind" | "title" | "gloss" | "anchor" | "broad">[],
  files: readonly Names[],
  rules: ContextRules,
  otherStories: readonly string[],
): NamesModule {
  const rows = new Map<string, { row: NameRow; langs: Set<string> }>();
  const add = (card: number, lang: string | undefined, flags: number, forms: readonly string[]) => {
    const joined = [...new Set(forms)].join("|");
    const key = `${card} ${flags} ${joined}`;
    const known = rows.get(key) ?? { row: [card, "", flags, joined], langs: new Set<string>() };
    if (lang) known.langs.add(lang);
    rows.set(key, known);
  };
  for (const file of files) {
    const card = cards.findIndex(({ id }) => id === file.card);
    for (const name of file.names) add(card, name.lang, flagsOfName(name), [name.text, ...name.forms]);
    for (const decoy of file.decoys) add(card, decoy.lang, flagsOfDecoy(decoy), [decoy.text, ...decoy.forms]);
  }
  return {
    cards: cards.map(({ id, kind, title, gloss, anchor, broad }) => ({
      id,
      kind,
      title,
      gloss,
      anchor,
      broad,
      cues: files.find((file) => file.card === id)?.cues ?? [],
    })),
    rows: [...rows.values()].map(({ row: [card, , flags, forms], langs }) => [
      card,
      [...langs].join(","),
      flags,
      forms,
    ]),
    rules,
    otherStories: [...otherStories],
  };
}

function flagsOfName({ case: rule, weak, strict, kind }: Name): number {
  const { full, surname, given } = nameFlags;
  const kinds: Partial<Record<Name["kind"], number>> = { full, surname, given };
  return caseRules.indexOf(rule) | (weak ? nameFlags.weak : 0) | (strict ? nameFlags.strict : 0) | (kinds[kind] ?? 0);
}

function flagsOfDecoy({ case: rule, strict, rival }: Decoy): number {
  return caseRules.indexOf(rule) | nameFlags.decoy | (strict ? nameFlags.strict : 0) | (rival ? nameFlags.rival : 0);
}
