import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDecider } from "#core/detect/create-decider.ts";
import { decide } from "#core/detect/decide.ts";
import { detect } from "#core/detect/detect.ts";
import { findNames } from "#core/detect/find-names.ts";
import { readPassage } from "#core/detect/read-passage.ts";
import { fold, foldUnits } from "#core/names/characters.ts";
import { createNamesIndex } from "#core/names/names-index.ts";
import { names } from "#packs/names.js";
import { allSteps } from "../support/all-steps.ts";
import { createPlainMatcher, type PlainFind, plainFold } from "../support/plain-matcher.ts";
import { check } from "./cases.ts";
import { anyLanguage, anyText } from "./texts.ts";

const index = createNamesIndex(names);
const plainMatches = createPlainMatcher(names);

describe("folding, whatever the text:", () => {
  it("agrees with the plain rules", () => {
    check(
      10,
      fc.property(anyText, (text) => {
        expect(fold(text)).toBe(plainFold(text));
      }),
    );
  });

  it("changes nothing that is folded already, and keeps offsets where it says so", () => {
    check(
      5,
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(foldUnits(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe("detection, whatever the text:", () => {
  it("finds the forms that the plain matcher finds, in the same places", () => {
    const sorted = (finds: PlainFind[]) =>
      [...new Set(finds.map(({ start, end, folded }) => `${start}-${end} ${folded}`))].sort();
    check(
      25,
      fc.property(anyText, (text) => {
        const found: PlainFind[] = [];
        findNames(text, index, (start, end, { folded }) => found.push({ start, end, folded }), true);
        expect(sorted(found)).toEqual(sorted(plainMatches(text)));
      }),
    );
  });

  it("weighs the same forms when it is to explain, and tells of those in wrong capitals beside", () => {
    check(
      15,
      fc.property(anyText, anyLanguage, (text, lang) => {
        const explained = readPassage(text, lang, index, true);
        const { candidates, votes } = readPassage(text, lang, index);
        expect(explained.candidates.filter(({ left }) => left !== "case")).toEqual(candidates);
        if (candidates.length > 0) expect(explained.votes).toEqual(votes);
      }),
    );
  });

  it("answers mentions that are in the text, in order, apart from each other, and read like a name of their card", () => {
    const ids = new Set(names.cards.map(({ id }) => id));
    check(
      15,
      fc.property(anyText, anyLanguage, fc.boolean(), (text, lang, everywhere) => {
        let before = 0;
        const finds = plainMatches(text);
        for (const { card, start, end } of detect(text, lang, index, { everywhere })) {
          expect(ids).toContain(card);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const { folded = "" } = finds.find((find) => find.start === start && find.end === end) ?? {};
          expect(index.named(folded).map((name) => names.cards[name.card]?.id)).toContain(card);
          before = end;
        }
      }),
    );
  });

  it("decides a page that changes as if it had always been so", () => {
    const passage = fc.tuple(anyText, anyLanguage).map(([text, lang]) => readPassage(text, lang, index));
    const changes = fc.array(fc.tuple(fc.nat(5), fc.option(passage, { nil: undefined }), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    });
    check(
      15,
      fc.property(fc.array(passage, { maxLength: 5 }), changes, (first, all) => {
        const decider = allSteps(createDecider(index));
        const passages = [...first];
        for (const [at, next, everywhere] of all) {
          passages.splice(at, next && at % 2 ? 0 : 1, ...(next ? [next] : []));
          expect(decider(passages, { everywhere })).toEqual(decide(passages, index, { everywhere }));
        }
      }),
    );
  });
});
