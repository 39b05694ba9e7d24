/** Precision and recall of detection on the corpus. */
import { detect } from "#core/detect/detect.ts";
import { primaryLanguage } from "#core/detect/language.ts";
import type { Mention } from "#core/detect/mention.ts";
import type { NamesIndex } from "#core/names/names-index.ts";
import type { CorpusDocument } from "./corpus.ts";

/** Mentions found and expected, found but not expected, and expected but not found. */
export interface Count {
  right: number;
  wrong: number;
  missed: number;
}

/** A mention that is wrong or missed, with the words around it. */
export interface Slip {
  verdict: "wrong" | "missed";
  id: string;
  card: string;
  /** The mention in brackets. */
  context: string;
}

/** What was counted over all documents; languages by primary subtag. */
export interface Accuracy {
  documents: number;
  total: Count;
  byCard: Map<string, Count>;
  byLanguage: Map<string, Count>;
  byKind: Map<string, Count>;
  slips: Slip[];
}

/** Runs detection on every document, a mention being right when card, start and end are. */
export function measure(documents: readonly CorpusDocument[], index: NamesIndex): Accuracy {
  const accuracy: Accuracy = {
    documents: documents.length,
    total: newCount(),
    byCard: new Map(),
    byLanguage: new Map(),
    byKind: new Map(),
    slips: [],
  };
  for (const document of documents) {
    const { expected, everywhere } = document;
    const found = detect(document.text, document.lang, index, { everywhere });
    for (const mention of found) count(accuracy, document, mention, expected.some(isSame(mention)) ? "right" : "wrong");
    for (const mention of expected) if (!found.some(isSame(mention))) count(accuracy, document, mention, "missed");
  }
  return accuracy;
}

/** Shares between 0 and 1; of nothing, all is right. */
export function scoresOf({ right, wrong, missed }: Count): { precision: number; recall: number; f1: number } {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function isSame(a: Mention): (b: Mention) => boolean {
  return (b) => a.card === b.card && a.start === b.start && a.end === b.end;
}

function count(accuracy: Accuracy, document: CorpusDocument, mention: Mention, verdict: keyof Count): void {
  const { byCard, byLanguage, byKind } = accuracy;
  const language = primaryLanguage(document.trueLang);
  const counts = [entry(byCard, mention.card), entry(byLanguage, language), entry(byKind, document.kind)];
  for (const one of [accuracy.total, ...counts]) one[verdict]++;
  if (verdict !== "right") {
    const { id } = document;
    accuracy.slips.push({ verdict, id, card: mention.card, context: contextOf(document.text, mention) });
  }
}

function contextOf(text: string, { start, end }: Mention): string {
  const before = text.slice(Math.max(0, start - 50), start);
  return `${before}[[${text.slice(start, end)}]]${text.slice(end, end + 40)}`.replace(/\s+/g, " ");
}

function newCount(): Count {
  return { right: 0, wrong: 0, missed: 0 };
}

function entry(counts: Map<string, Count>, key: string): Count {
  const known = counts.get(key) ?? newCount();
  counts.set(key, known);
  return known;
}
