import { expect, test } from "vitest";
import { compileNameTable } from "./compile-name-table.ts";
import { createNameTable } from "./name-table.ts";
import { type NameRow, nameFlags } from "./names-module.ts";
import { hashText } from "./tokens.ts";

const exact = 2;
const rows: NameRow[] = [
  [0, "en", nameFlags.full, "harbour light|harbour"],
  [0, "", 0, "ferry"],
  [1, "en", nameFlags.full | exact, "Harbour|Nightferry|Nightferry line"],
];
const table = createNameTable(compileNameTable(rows), rows);

test.each([
  ["nothing that was asked for", "lighthouse", 0, []],
  ["the end of a form", "light", 0, []],
  ["a form", "harbour light", 2, ["0 harbour light"]],
  ["a form that begins another", "nightferry", 3, ["2 Nightferry"]],
  ["two forms of one folded text, in the order of their rows", "harbour", 3, ["0 harbour", "2 Harbour"]],
])("tells %s: %s", (_, folded, state, forms) => {
  const hash = hashText(folded);
  expect(table.probe(hash)).toBe(state);
  expect(table.formsWith(hash).map(({ row, text }) => `${row} ${text}`)).toEqual(forms);
});

test.each([
  ["harbour", true, true],
  ["ferry", true, true],
  ["nightferry", true, false],
  ["light", false, false],
])("tells whether a form begins with %s, and with a small letter", (token, mayStart, mayStartSmall) => {
  expect(table.mayStart(hashText(token))).toBe(mayStart);
  expect(table.mayStartSmall(hashText(token))).toBe(mayStartSmall);
});

test("gives back each of more forms than 16 bits can count", () => {
  const forms = Array.from({ length: 70_000 }, (_, number) => `Pier ${number}`);
  const perRow = 100;
  const many = Array.from({ length: forms.length / perRow }, (_, row): NameRow => {
    return [row, "en", nameFlags.full, forms.slice(row * perRow, (row + 1) * perRow).join("|")];
  });
  const { formsWith, probe } = createNameTable(compileNameTable(many), many);
  const lost = forms.filter((form) => {
    const hash = hashText(form.toLowerCase());
    return probe(hash) !== 2 || !formsWith(hash).some(({ text }) => text === form);
  });
  expect(lost).toEqual([]);
});

test("a table of nothing knows nothing", () => {
  const { probe, formsWith, mayStart } = createNameTable(compileNameTable([]), []);
  const hash = hashText("harbour");
  expect([probe(hash), formsWith(hash), mayStart(hash)]).toEqual([0, [], false]);
});
