import { describe, expect, it } from "vitest";
import { detect } from "#core/detect/detect.ts";
import { createFirstLook } from "#core/names/first-look.ts";
import { createNamesIndex } from "#core/names/names-index.ts";
import { firstLook } from "#packs/first-look.js";
import { names } from "#packs/names.js";
import { readCorpus } from "./corpus.ts";
import { measure, scoresOf } from "./measure.ts";

const documents = readCorpus(import.meta.dirname);
const index = createNamesIndex(names);
const accuracy = measure(documents, index);

const slipsOf = (accept: (id: string) => boolean) => accuracy.slips.filter(({ id }) => accept(id));

describe("the corpus", () => {
  it("has at least 600 documents in 20 languages, a third of them traps, each with an id of its own", () => {
    expect(documents.length).toBeGreaterThanOrEqual(600);
    expect(accuracy.byLanguage.size).toBeGreaterThanOrEqual(20);
    expect(documents.filter(({ kind }) => kind === "trap").length * 3).toBeGreaterThanOrEqual(documents.length);
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
  });

  it("expects only cards that there are", () => {
    const known = new Set(names.cards.map(({ id }) => id));
    const expected = documents.flatMap((document) => document.expected.map(({ card }) => card));
    expect(expected.filter((card) => !known.has(card))).toEqual([]);
  });
});

describe("on the corpus, detection", () => {
  it("is right nearly always, and misses little", () => {
    const { precision, recall } = scoresOf(accuracy.total);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  });

  it.each([...accuracy.byLanguage].filter(([language]) => language !== ""))("serves %s", (_, count) => {
    expect(scoresOf(count).f1).toBeGreaterThanOrEqual(0.95);
  });

  it("stays as good on documents by others", () => {
    const { precision, recall } = scoresOf(measure(readCorpus(`${import.meta.dirname}/unseen`), index).total);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.98);
  });

  it("marks nothing broad on everyday pages", () => {
    expect(slipsOf((id) => id.startsWith("everyday"))).toEqual([]);
  });
});

it("the first look stops at every document with mentions, and at few of the everyday ones", () => {
  const mayName = createFirstLook(firstLook);
  const others = readCorpus(`${import.meta.dirname}/unseen`);
  const passedOver = [...documents, ...others].filter(({ text, lang }) => {
    return !mayName(text) && detect(text, lang, index, { everywhere: false }).length > 0;
  });
  expect(passedOver.map(({ id }) => id)).toEqual([]);
  const everyday = documents.filter(({ id }) => id.startsWith("everyday"));
  expect(everyday.filter(({ text }) => mayName(text)).length * 2).toBeLessThan(everyday.length);
});
