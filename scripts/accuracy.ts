/**
 * `npm run accuracy [-- --all]`: precision, recall and F1 of detection on `tests/corpus`, by card, language and kind of
 * text, and every miss and false alarm. With `--json`, the same for machines.
 */
import { parseArgs } from "node:util";
import { detect } from "#core/detect/detect.ts";
import { primaryLanguage } from "#core/detect/language.ts";
import type { Mention } from "#core/detect/mention.ts";
import { createNamesIndex } from "#core/names/names-index.ts";
import { names } from "#packs/names.js";
import { type CorpusDocument, readCorpus } from "../tests/corpus/corpus.ts";

interface Count {
  right: number;
  wrong: number;
  missed: number;
}

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const index = createNamesIndex(names);
const documents = readCorpus("tests/corpus");
const total = newCount();
const by = { card: new Map<string, Count>(), language: new Map<string, Count>(), kind: new Map<string, Count>() };
const errors: string[] = [];

for (const document of documents) weigh(document);
if (values.json) process.stdout.write(`${JSON.stringify(asJson(), null, 2)}\n`);
else report();

function weigh(document: CorpusDocument): void {
  const { text, expected, everywhere } = document;
  const found = detect(text, document.lang, index, { everywhere });
  const isSame = (a: Mention) => (b: Mention) => a.card === b.card && a.start === b.start && a.end === b.end;
  for (const mention of found) {
    if (expected.some(isSame(mention))) count(document, mention, "right");
    else count(document, mention, "wrong");
  }
  for (const mention of expected) if (!found.some(isSame(mention))) count(document, mention, "missed");
}

function count({ id, trueLang, kind, text }: CorpusDocument, mention: Mention, verdict: keyof Count): void {
  const counts = [
    total,
    entry(by.card, mention.card),
    entry(by.language, primaryLanguage(trueLang)),
    entry(by.kind, kind),
  ];
  for (const one of counts) one[verdict]++;
  if (verdict === "right") return;
  const context = `${text.slice(Math.max(0, mention.start - 50), mention.start)}[[${text.slice(mention.start, mention.end)}]]${text.slice(mention.end, mention.end + 40)}`;
  errors.push(`${verdict.padEnd(7)}${id.padEnd(24)}${mention.card.padEnd(22)}${context.replace(/\s+/g, " ")}`);
}

function newCount(): Count {
  return { right: 0, wrong: 0, missed: 0 };
}

function entry(counts: Map<string, Count>, key: string): Count {
  const known = counts.get(key) ?? newCount();
  counts.set(key, known);
  return known;
}

function scores({ right, wrong, missed }: Count): { precision: number; recall: number; f1: number } {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function line(label: string, one: Count): string {
  const { precision, recall, f1 } = scores(one);
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`.padStart(9);
  return `${label.padEnd(24)}${percent(precision)}${percent(recall)}${percent(f1)}${String(one.right + one.missed).padStart(10)}`;
}

function report(): void {
  const print = (text: string) => process.stdout.write(`${text}\n`);
  for (const [name, counts] of Object.entries(by)) {
    print(`\n${`by ${name}`.padEnd(24)}precision   recall       F1  expected`);
    for (const [key, one] of [...counts].sort(([a], [b]) => a.localeCompare(b))) print(line(key, one));
  }
  print(`\n${line("all", total)}\n${documents.length} documents, ${errors.length} errors`);
  for (const error of errors.sort()) print(error);
}

function asJson(): unknown {
  const table = (counts: Map<string, Count>) =>
    Object.fromEntries([...counts].map(([key, one]) => [key, { ...one, ...scores(one) }]));
  return {
    documents: documents.length,
    total: { ...total, ...scores(total) },
    byCard: table(by.card),
    byLanguage: table(by.language),
    byKind: table(by.kind),
    errors,
  };
}
