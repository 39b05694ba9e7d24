import { type NamesModule, nameFlags } from "../names/names-module.ts";
import type { CardHead } from "../pack/card-view.ts";
import type { Card } from "../pack/schema.ts";
import type { LookupModule, LookupNames, LookupStatement } from "./lookup-module.ts";
import { foldText, termsOf } from "./terms.ts";

/** A card as look-up knows it; `names` with the languages in which the subject is written so. */
export interface LookupDocument extends CardHead {
  names: readonly { readonly text: string; readonly langs: readonly string[] }[];
  statements: readonly string[];
}

/** The documents for `compileLookup`: every way of writing each card's subject, decoys left out, and what the card states. */
export function lookupDocuments({ cards, rows }: NamesModule, full: Readonly<Record<string, Card>>): LookupDocument[] {
  return cards.map(({ id, kind, title, gloss }, index) => {
    const own = rows.filter(([card, , flags]) => card === index && !(flags & nameFlags.decoy));
    const names = own.flatMap(([, langs, , forms]) =>
      forms.split("|").map((text) => ({ text, langs: langs.split(",").filter((lang) => lang !== "") })),
    );
    const card = full[id];
    return { id, kind, title, gloss, names, statements: card ? statementsOf(card) : [] };
  });
}

/** Indexes every title, name, gloss and statement. Ways of writing that differ in case or diacritics alone are one. */
export function compileLookup(documents: readonly LookupDocument[]): LookupModule {
  const names = documents.flatMap(namesOf);
  const statements = documents.flatMap((document, card): LookupStatement[] =>
    document.statements.map((text) => [card, text]),
  );
  const texts = [
    ...names.flatMap(([, , forms]) => forms.split("|")),
    ...documents.map(({ gloss }) => gloss),
    ...statements.map(([, text]) => text),
  ];
  const holders = new Map<string, number[]>();
  for (const [number, text] of texts.entries()) {
    for (const term of new Set(termsOf(text))) {
      const known = holders.get(term);
      if (known) known.push(number);
      else holders.set(term, [number]);
    }
  }
  const terms = [...holders.keys()].sort();
  return {
    cards: documents.map(({ id, kind, title, gloss }) => ({ id, kind, title, gloss })),
    names,
    statements,
    terms: terms.join(" "),
    holders: terms.map((term) => stepsOf(holders.get(term) ?? [])).join(" "),
  };
}

/** Rising numbers as the distance of each to the one before, to base 36. */
function stepsOf(numbers: readonly number[]): string {
  return numbers.map((number, at) => (number - (numbers[at - 1] ?? 0)).toString(36)).join();
}

function namesOf({ title, names }: LookupDocument, card: number): LookupNames[] {
  const byFolded = new Map<string, { text: string; langs: Set<string> }>();
  for (const { text, langs } of [{ text: title, langs: [] }, ...names]) {
    const folded = foldText(text);
    const known = byFolded.get(folded) ?? { text, langs: new Set() };
    for (const lang of langs) known.langs.add(lang);
    byFolded.set(folded, known);
  }
  const byLangs = new Map<string, string[]>();
  for (const { text, langs } of byFolded.values()) {
    const joined = [...langs].join();
    byLangs.set(joined, [...(byLangs.get(joined) ?? []), text]);
  }
  return Array.from(byLangs, ([langs, texts]) => [card, langs, texts.join("|")]);
}

function statementsOf({ article, facts, offices, disputes }: Card): string[] {
  return [
    ...article.map(({ statement, quote }) => statement ?? quote),
    ...facts.map(({ statement }) => statement),
    ...offices.map(({ title }) => title),
    ...disputes.flatMap(({ accounts }) => accounts.map(({ statement }) => statement)),
  ];
}
