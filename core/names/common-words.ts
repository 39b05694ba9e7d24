import { classes, folds, IGNORED, learn, MARK, OTHER, SPACE } from "./characters.ts";

/** The commonest short words of each language, by which a text tells its own. */
export interface CommonWords {
  /** Calls `found` once with the languages of each of these words that stands in a text (composed, as by NFC). */
  in(text: string, found: (languages: readonly string[]) => void): void;
}

/** `words` has those of each language (BCP 47), folded, in one string. A word may be of several. */
export function createCommonWords(words: Readonly<Record<string, string>>): CommonWords {
  const languages = new Map<string, string[]>();
  for (const [language, all] of Object.entries(words)) {
    for (const word of all.split(" ")) {
      const known = languages.get(word);
      if (known) known.push(language);
      else languages.set(word, [language]);
    }
  }
  const numbers = new Map<number, number>();
  const byNumber: (readonly string[])[] = [];
  for (const [word, all] of languages) numbers.set(hashOf(word), byNumber.push(all) - 1);
  // Of each word the search in which it was last met.
  const met = new Int32Array(byNumber.length);
  let search = 0;

  return {
    in(text, found) {
      search += 1;
      let hash = 0;
      let length = 0;
      for (let at = 0; at <= text.length; at++) {
        const unit = at < text.length ? text.charCodeAt(at) : 32;
        const kind = classes[unit] || learn(unit);
        if (kind === MARK || kind === IGNORED) continue;
        const isDigit = unit >= 48 && unit <= 57;
        if (kind !== SPACE && kind !== OTHER && !isDigit) {
          hash = mix(hash, folds[unit] as number);
          length += 1;
          continue;
        }
        const number = length > 0 ? numbers.get(hash) : undefined;
        hash = 0;
        length = 0;
        if (number === undefined || met[number] === search) continue;
        met[number] = search;
        found(byNumber[number] ?? []);
      }
    },
  };
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
  return hash;
}

/** Spreads each unit over all bits: short words that differ in two letters must not meet, for nothing else tells them apart. */
function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ Math.imul(unit, 0x9e3779b1), 0x01000193) ^ (hash >>> 15);
}
