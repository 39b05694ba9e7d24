import { classes, classOf, fold, folds, IGNORED, KATAKANA, LETTER, learn, MARK, SPACE } from "./characters.ts";

/** Hebrew and Arabic, whose one-letter words are written on to the next. */
export function isPrefixingScript(unit: number): boolean {
  return unit >= 0x0590 && unit <= 0x06ff;
}

/** Where the hash of every chain of tokens starts. */
export const seed = 0x811c9dc5 | 0;

/** FNV-1a over folded UTF-16 units. */
export function hashCharacter(hash: number, folded: number): number {
  return Math.imul(hash ^ folded, 0x01000193);
}

/**
 * Where the token that starts at `start` ends: a run of letters or of katakana with the marks and ignored characters
 * in it, or else one unit with its marks.
 */
export function endOfToken(text: string, start: number): number {
  const { length } = text;
  const kind = classOf(text.charCodeAt(start));
  const isRun = kind === LETTER || kind === KATAKANA;
  let end = start + 1;
  for (let at = end; at < length; at++) {
    const unit = text.charCodeAt(at);
    const next = classes[unit] || learn(unit);
    if (next === MARK || (isRun && next === kind)) end = at + 1;
    else if (!isRun || next !== IGNORED) break;
  }
  return end;
}

/** The hash of a chain continued by the token from `start` to `end`. */
export function hashToken(hash: number, text: string, start: number, end: number): number {
  let chain = hash;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const kind = classes[unit] || learn(unit);
    if (kind === MARK || kind === IGNORED) return hashFolded(hash, fold(text.slice(start, end)));
    chain = hashCharacter(chain, folds[unit] as number);
  }
  return chain;
}

/** The hash of a chain continued by a folded token. */
export function hashFolded(hash: number, folded: string): number {
  let chain = hash;
  for (let at = 0; at < folded.length; at++) chain = hashCharacter(chain, folded.charCodeAt(at));
  return chain;
}

/** The hash of the chain of tokens that a folded text is. */
export function hashText(folded: string): number {
  let hash = seed;
  for (let at = 0; at < folded.length; ) {
    if (classOf(folded.charCodeAt(at)) === SPACE) {
      hash = hashCharacter(hash, 32);
      at++;
      continue;
    }
    const end = endOfToken(folded, at);
    hash = hashToken(hash, folded, at, end);
    at = end;
  }
  return hash;
}
