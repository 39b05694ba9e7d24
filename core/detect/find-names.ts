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
 * looked up as it ends, and only where it begins a name are further tokens read.
 */
export function findNames(text: string, index: NamesIndex, found: FoundName): void {
  const { length } = text;
  const { probe } = index;
  let at = 0;
  while (at < length) {
    let unit = text.charCodeAt(at);
    let kind = classes[unit] || learn(unit);
    if (kind !== LETTER && kind !== KATAKANA && kind !== SINGLE) {
      at++;
      continue;
    }
    const start = at;
    const run = kind === SINGLE ? NaN : kind;
    let hash = seed;
    do {
      hash = hashCharacter(hash, folds[unit] as number);
      at++;
      unit = text.charCodeAt(at);
      kind = at < length ? classes[unit] || learn(unit) : SPACE;
    } while (kind === run);
    if (kind === MARK || kind === IGNORED) {
      at = endOfToken(text, start);
      hash = hashToken(seed, text, start, at);
    }
    if (probe(hash) !== 0) extend(text, start, start, at, hash, index, found);
    if (isPrefixingScript(text.charCodeAt(start)) && run === LETTER) {
      for (const prefix of prefixesOf(fold(text.slice(start, at)))) {
        const inner = hashFolded(seed, prefix.rest);
        if (probe(inner) !== 0) {
          const from = skipFolded(text, start, prefix.length);
          extend(text, from, from, at, inner, index, found, prefix.rest);
        }
      }
    }
  }
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
    for (; at < text.length; at++) {
      const kind = classOf(text.charCodeAt(at));
      if (kind === SPACE) spaced = true;
      else if (kind !== IGNORED && kind !== MARK) break;
    }
    if (at >= text.length) return;
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
