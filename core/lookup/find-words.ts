import { foldText, termsOf } from "./terms.ts";

/** Where in a sentence words of a query stand, or begin; `[start, end)` in UTF-16 units, in order. */
export function findWords(sentence: string, query: string): { start: number; end: number }[] {
  const terms = termsOf(query);
  return Array.from(sentence.matchAll(/[\p{L}\p{N}\p{M}]+/gu)).flatMap(({ 0: word, index }) => {
    const folded = foldText(word);
    const isMet = terms.some((term) => folded === term || (term.length > 1 && folded.startsWith(term)));
    return isMet ? [{ start: index, end: index + word.length }] : [];
  });
}
