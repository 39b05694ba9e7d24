import { classes, folds, IGNORED, learn, MARK, OTHER, SPACE } from "./characters.ts";
import { createHashSlots } from "./hash-slots.ts";

/** The commonest short words of each language, by which a text tells its own. */
export interface CommonWords {
  /**
   * How many of each language's words stand in a text (composed, as by NFC), each counted once, and a word of several
   * languages shared among them.
   */
  count(text: string): Map<string, number>;
}

/** `words` has those of each language (BCP 47), folded, in one string. A word may be of several. */
export function createCommonWords(words: Readonly<Record<string, string>>): CommonWords {
  const languages = Object.keys(words);
  const speakers = new Map<string, number[]>();
  for (const [number, language] of languages.entries()) {
    for (const word of (words[language] ?? "").split(" ")) {
      const known = speakers.get(word);
      if (known) known.push(number);
      else speakers.set(word, [number]);
    }
  }
  const numbers = createHashSlots(speakers.size);
  const speakersOf: (readonly number[])[] = [[]];
  for (const [word, all] of speakers) numbers.set(hashOf(word), speakersOf.push(all) - 1);
  // Of each word the search in which it was last met.
  const met = new Int32Array(speakersOf.length);
  let search = 0;
  const votes = new Float64Array(languages.length);

  function meet(hash: number): void {
    const number = numbers.get(hash);
    if (number === 0 || met[number] === search) return;
    met[number] = search;
    const all = speakersOf[number] ?? [];
    for (const language of all) votes[language] = (votes[language] as number) + 1 / all.length;
  }

  return {
    count(text) {
      search += 1;
      votes.fill(0);
      let hash = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const kind = classes[unit] || learn(unit);
        if (kind === MARK || kind === IGNORED) continue;
        if (kind !== SPACE && kind !== OTHER && (unit < 48 || unit > 57)) {
          hash = mix(hash, folds[unit] as number);
        } else if (hash !== 0) {
          meet(hash);
          hash = 0;
        }
      }
      if (hash !== 0) meet(hash);
      const counted = new Map<string, number>();
      for (let number = 0; number < votes.length; number++) {
        const count = votes[number] as number;
        if (count > 0) counted.set(languages[number] ?? "", count);
      }
      return counted;
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
