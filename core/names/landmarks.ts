import { classes, folds, foldUnits, LETTER, learn } from "./characters.ts";
import { createHashSlots } from "./hash-slots.ts";
import { hashCharacter, isPrefixingScript, seed } from "./tokens.ts";

/** Words of a text by which forms are weighed, in order of their start; offsets in UTF-16 units. */
export interface LandmarksOfText {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The groups that each belongs to: see `Landmarks.isOf`. */
  readonly ids: readonly number[];
}

/** All cue words of all cards and the words of other stories, to be found in one pass over a text. */
export interface Landmarks {
  in(text: string): LandmarksOfText;
  /** Whether the beginning that was found as `id` is one of the `group`th. */
  isOf(id: number, group: number): boolean;
}

const firstKeys = 1 << 12;

/** Makes groups of word beginnings, folded unit by unit, ready to be found. A beginning may be of several groups. */
export function createLandmarks(groups: readonly (readonly string[])[]): Landmarks {
  const ids = new Map<string, number>();
  for (const beginning of groups.flat()) if (!ids.has(beginning)) ids.set(beginning, ids.size);
  const members = new Uint8Array(ids.size * groups.length);
  groups.forEach((group, number) => {
    for (const beginning of group) members[(ids.get(beginning) ?? 0) * groups.length + number] = 1;
  });
  // The hashes of all that leads to a beginning (1), and of those that are one (2): most words are left after a letter or two.
  const steps = createHashSlots([...ids.keys()].reduce((sum, { length }) => sum + length, 0));
  for (const beginning of ids.keys()) {
    let hash = seed;
    for (let at = 0; at < beginning.length; at++) {
      hash = hashCharacter(hash, beginning.charCodeAt(at));
      const isAll = at === beginning.length - 1;
      if (isAll || steps.get(hash) === 0) steps.set(hash, isAll ? 2 : 1);
    }
  }
  // By the lower bits of first units: what else has the same is left at the first step.
  const firsts = new Uint8Array(firstKeys);
  for (const beginning of ids.keys()) firsts[beginning.charCodeAt(0) & (firstKeys - 1)] = 1;

  return {
    in(text) {
      const found = { starts: [] as number[], ends: [] as number[], ids: [] as number[] };
      let before = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const kind = classes[unit] || learn(unit);
        const isWithinWord = before === LETTER && kind === LETTER && !isPrefixingScript(unit);
        before = kind;
        if (isWithinWord || !firsts[(folds[unit] as number) & (firstKeys - 1)]) continue;
        let hash = seed;
        for (let next = at; next < text.length; next++) {
          const inner = text.charCodeAt(next);
          if (!classes[inner]) learn(inner);
          hash = hashCharacter(hash, folds[inner] as number);
          const step = steps.get(hash);
          if (step === 0) break;
          const id = step === 2 ? ids.get(foldUnits(text.slice(at, next + 1))) : undefined;
          if (id === undefined) continue;
          found.starts.push(at);
          found.ends.push(next + 1);
          found.ids.push(id);
        }
      }
      return found;
    },
    isOf: (id, group) => members[id * groups.length + group] === 1,
  };
}
