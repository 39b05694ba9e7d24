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
 * looked up as it ends, and only where it begins a name are further tokens read. Forms that begin small where their names do not may be left out, unless `inAnyCase`.
 */
export function findNames(text: string, index: NamesIndex, found: FoundName, inAnyCase = false): void {
  const { length } = text;
  // The run of letters that a token is, its first unit and the hash of what is read of it; 0 between tokens.
  let run = 0;
  let start = 0;
  let first = 0;
  let hash = seed;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    const kind = classes[unit] || learn(unit);
    if (kind === run) {
      hash = hashCharacter(hash, folds[unit] as number);
      continue;
    }
    const isMarked = kind === MARK || kind === IGNORED;
    if (run !== 0) {
      run = 0;
      const end = isMarked ? endOfToken(text, start) : at;
      if (isMarked) hash = hashToken(seed, text, start, end);
      if (index.mayStart(hash) || isPrefixingScript(first)) {
        readFrom(text, start, end, hash, index, found, inAnyCase);
      }
      if (isMarked) at = end - 1;
      if (isMarked) continue;
    }
    if (kind === LETTER || kind === KATAKANA) {
      run = kind;
      start = at;
      first = unit;
      hash = hashCharacter(seed, folds[unit] as number);
    } else if (kind === SINGLE) {
      const end = endOfToken(text, at);
      readFrom(text, at, end, hashToken(seed, text, at, end), index, found, inAnyCase);
      at = end - 1;
    }
  }
  if (run !== 0) readFrom(text, start, length, hash, index, found, inAnyCase);
}

/** Reads on from a token of this hash, and from within it where a word is written on to its prefix. */
function readFrom(
  text: string,
  start: number,
  end: number,
  hash: number,
  index: NamesIndex,
  found: FoundName,
  inAnyCase: boolean,
): void {
  const first = text.charCodeAt(start);
  const isInCase = inAnyCase || folds[first] !== first || isHandle(text, start);
  if (isInCase ? index.mayStart(hash) : index.mayStartSmall(hash)) {
    extend(text, start, start, end, hash, index, found);
  }
  if (!isPrefixingScript(first)) return;
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
