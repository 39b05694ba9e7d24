import type { CaseRule } from "../pack/schema.ts";

const word = /[\p{L}\p{M}\p{N}]+/gu;
const invisible = /\p{Default_Ignorable_Code_Point}|\u0300|\u0301/gu;

/**
 * Whether the capitals of `written` (a stretch of a page, or the handle after # or @ with `handle`) satisfy `rule` for
 * the name `text`, which it is known to equal when folded.
 */
export function meetsCaseRule(written: string, text: string, rule: CaseRule, handle: boolean): boolean {
  if (rule === "any" || written === text) return true;
  if (rule === "initial" && plain.test(written) && plain.test(text)) return handle || haveCapitals(written, text);
  const here = written.normalize("NFKC").replace(invisible, "");
  const name = text.normalize("NFKC").replace(invisible, "");
  if (rule === "exact")
    return here.match(word)?.join(" ") === name.match(word)?.join(" ") || (handle && name.length > 2);
  if (handle) return true;
  const theirs = here.match(word) ?? [];
  return (name.match(word) ?? []).every((part, i) => !startsUpper(part) || startsUpper(theirs[i] ?? ""));
}

/** One word of ASCII letters: most names, and nothing about them needs normalising. */
const plain = /^[A-Za-z]+$/;

function haveCapitals(written: string, text: string): boolean {
  return text.charCodeAt(0) > 90 || written.charCodeAt(0) <= 90;
}

/** Whether a word begins with a capital letter; false in scripts without case. */
export function startsUpper(text: string): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}

/** Whether a text of at least two cased letters has no small one. */
export function isAllCapitals(text: string): boolean {
  return text === text.toUpperCase() && [...text].filter(startsUpper).length > 1;
}

/** Whether a text is of capital letters alone, at least so many. */
export function isOfCapitals(text: string, least: number): boolean {
  const letters = [...text];
  return letters.length >= least && letters.every(startsUpper);
}

/** Whether a word is in Cyrillic, by its first letter. */
export function isCyrillic(word: string): boolean {
  return /^[\u0400-\u052F]/.test(word);
}
