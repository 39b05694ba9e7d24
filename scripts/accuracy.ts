/**
 * `npm run accuracy`: precision, recall and F1 of detection on `tests/corpus`, by card, language and kind of text, and
 * every miss and false alarm. `--json`: the same for machines. `--markdown`: the summary in the README.
 */
import { parseArgs } from "node:util";
import { createNamesIndex } from "#core/names/names-index.ts";
import { names } from "#packs/names.js";
import { readCorpus } from "../tests/corpus/corpus.ts";
import { type Accuracy, type Count, measure, scoresOf } from "../tests/corpus/measure.ts";

const { values } = parseArgs({
  options: { json: { type: "boolean", default: false }, markdown: { type: "boolean", default: false } },
});
const index = createNamesIndex(names);
const accuracy = measure(readCorpus("tests/corpus"), index);
const unseen = measure(readCorpus("tests/corpus/unseen"), index);
process.stdout.write(
  `${values.json ? asJson(accuracy) : values.markdown ? asMarkdown(accuracy) : asReport(accuracy)}\n`,
);

function toldSlips({ slips }: Accuracy): string[] {
  return slips
    .map(({ verdict, id, card, context }) => verdict.padEnd(7) + id.padEnd(24) + card.padEnd(22) + context)
    .sort();
}

function asReport({ documents, total, byCard, byLanguage, byKind, slips }: Accuracy): string {
  const table = (title: string, counts: Map<string, Count>) => [
    `${`by ${title}`.padEnd(24)}precision   recall       F1  expected`,
    ...sorted(counts).map(([key, one]) => line(key, one)),
    "",
  ];
  return [
    ...table("card", byCard),
    ...table("language", byLanguage),
    ...table("kind", byKind),
    ...toldSlips(accuracy),
    "",
    "on documents by others:",
    ...toldSlips(unseen),
    "",
    line("by others", unseen.total),
    line("all", total),
    `${documents} documents, ${slips.length} slips`,
  ].join("\n");
}

function line(label: string, one: Count): string {
  const { precision, recall, f1 } = scoresOf(one);
  const figures = [precision, recall, f1].map((share) => percent(share).padStart(9));
  return `${label.padEnd(24)}${figures.join("")}${String(one.right + one.missed).padStart(10)}`;
}

function asMarkdown({ documents, total, byLanguage, byKind }: Accuracy): string {
  const row = (label: string, one: Count) => {
    const { precision, recall, f1 } = scoresOf(one);
    return `| ${label} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} | ${one.right + one.missed} |`;
  };
  const worst = sorted(byLanguage)
    .sort(([, a], [, b]) => scoresOf(a).f1 - scoresOf(b).f1)
    .slice(0, 3);
  return [
    `On ${documents} documents in ${byLanguage.size} languages, ${new Date().toISOString().slice(0, 10)}:`,
    "",
    "| | precision | recall | F1 | mentions |",
    "|---|---|---|---|---|",
    row("**all**", total),
    row(`${unseen.documents} documents by others`, unseen.total),
    ...sorted(byKind).map(([kind, one]) => row(kind, one)),
    ...worst.map(([language, one]) => row(`*${language}*`, one)),
    "",
    "In italics, the three weakest languages.",
  ].join("\n");
}

function asJson({ documents, total, byCard, byLanguage, byKind, slips }: Accuracy): string {
  const table = (counts: Map<string, Count>) =>
    Object.fromEntries(sorted(counts).map(([key, one]) => [key, { ...one, ...scoresOf(one) }]));
  const all = { ...total, ...scoresOf(total) };
  const tables = { byCard: table(byCard), byLanguage: table(byLanguage), byKind: table(byKind) };
  return JSON.stringify({ documents, total: all, ...tables, slips }, null, 2);
}

function sorted(counts: Map<string, Count>): [string, Count][] {
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
