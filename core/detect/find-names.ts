import {
  classes,
  classOf,
  fold,
  folds,
  IGNORED,
  KATAKANA,
  LETTER,
  learn,
  MARK,
  SINGLE,
  SPACE,
} from "../names/characters.ts";
import type { NamesIndex, SpelledNames } from "../names/names-index.ts";
import { endOfToken, hashCharacter, hashFolded, hashToken, isPrefixingScript, seed } from "../names/tokens.ts";
import { prefixesOf } from "./prefixes.ts";

/** Called for every written form found; offsets in UTF-16 units. */
export type FoundName = (start: number, end: number, spelled: SpelledNames) => void;

/**
 * Finds every written form of every name, at token boundaries, overlapping ones included. One pass: each token's hash is
 * looked up as it ends, and only where it begins a name are further tokens read. Forms that begin small where their names do
 * not may be left out, unless `inAnyCase`.
 */
export function findNames(text: string, index: NamesIndex, found: FoundName, inAnyCase = false): void {
  const { length } = text;
  for (let at = 0; at < length; ) {
    const start = at;
    const first = text.charCodeAt(at++);
    const kind = classes[first] || learn(first);
    const isRun = kind === LETTER || kind === KATAKANA;
    if (!isRun && kind !== SINGLE) continue;
    let hash = hashCharacter(seed, folds[first] as number);
    let next = 0;
    for (; at < length; at++) {
      const unit = text.charCodeAt(at);
      next = classes[unit] || learn(unit);
      if (next !== kind || !isRun) break;
      hash = hashCharacter(hash, folds[unit] as number);
    }
    if (next === MARK || next === IGNORED) {
      at = endOfToken(text, start);
      hash = hashToken(seed, text, start, at);
    }
    const isSmall = folds[first] === first && !inAnyCase;
    if (isSmall ? index.mayStartSmall(hash) || (isHandle(text, start) && index.mayStart(hash)) : index.mayStart(hash)) {
      extend(text, start, start, at, hash, index, found);
    }
    if (isPrefixingScript(first)) extendFromWithin(text, start, at, index, found);
  }
}

/** Reads on from within a token, where a word is written on to its prefix. */
function extendFromWithin(text: string, start: number, end: number, index: NamesIndex, found: FoundName): void {
  for (const prefix of prefixesOf(fold(text.slice(start, end)))) {
    const inner = hashFolded(seed, prefix.rest);
    if (index.probe(inner) !== 0) {
      const from = skipFolded(text, start, prefix.length);
      extend(text, from, from, end, inner, index, found, prefix.rest);
    }
  }
}

/** Whether # or @ stands before, full-width ones too. */
export function isHandle(text: string, start: number): boolean {
  const unit = start > 0 ? text.charCodeAt(start - 1) : 0;
  return unit === 35 || unit === 64 || unit === 0xff03 || unit === 0xff20;
}

/** Reads on from a first token that begins or is a name; reports each name that ends at a token's end. */
function extend(
  text: string,
  start: number,
  tokenStart: number,
  tokenEnd: number,
  tokenHash: number,
  index: NamesIndex,
  found: FoundName,
  firstToken?: string,
): void {
  const { length } = text;
  let end = tokenEnd;
  let hash = tokenHash;
  let state = index.probe(hash);
  while (state !== 0) {
    if (state & 2) {
      const spelled =
        firstToken === undefined
          ? index.namesAt(hash, text, tokenStart, end)
          : spelledAs(firstToken + fold(text.slice(tokenEnd, end)), index);
      if (spelled) found(start, end, spelled);
    }
    if (!(state & 1)) return;
    let at = end;
    let spaced = false;
    for (; at < length; at++) {
      const unit = text.charCodeAt(at);
      const kind = classes[unit] || learn(unit);
      if (kind === SPACE) spaced = true;
      else if (kind !== IGNORED && kind !== MARK) break;
    }
    if (at >= length) return;
    if (spaced) hash = hashCharacter(hash, 32);
    end = endOfToken(text, at);
    hash = hashToken(hash, text, at, end);
    state = index.probe(hash);
  }
}

function spelledAs(folded: string, index: NamesIndex): SpelledNames | undefined {
  const names = index.named(folded);
  return names.length > 0 ? { folded, names } : undefined;
}

/** The place after the first `count` units of a token, not counting its marks and ignored characters. */
function skipFolded(text: string, start: number, count: number): number {
  let at = start;
  for (let left = count; left > 0; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind !== MARK && kind !== IGNORED) left--;
  }
  while (classOf(text.charCodeAt(at)) === MARK) at++;
  return at;
}

/** Korean, composed or not: its words are read unit by unit, but a name needs a left edge. */
export function isHangul(unit: number): boolean {
  return (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x1100 && unit <= 0x11ff);
}
