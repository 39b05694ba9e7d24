import type { Landmarks, LandmarksOfText } from "../names/landmarks.ts";

/** A stretch of a text, and how many units lie between it and where the search began. */
export interface Nearby {
  start: number;
  end: number;
  distance: number;
}

/** A passage's landmarks: looked for when first asked for, for all that is weighed in it. */
export interface Surroundings {
  readonly text: string;
  /** The nearest that belongs to `group`, at most `reach` units before `start` or after `end`. */
  nearest(group: number, start: number, end: number, reach: { before: number; after: number }): Nearby | undefined;
}

/** Makes a passage's text ready to be asked what stands near a stretch of it. */
export function createSurroundings(text: string, landmarks: Landmarks): Surroundings {
  let found: LandmarksOfText | undefined;
  return {
    text,
    nearest(group, start, end, reach) {
      found ??= landmarks.in(text);
      const { starts, ends, ids } = found;
      let nearest: Nearby | undefined;
      for (let i = firstFrom(starts, start - reach.before); i < starts.length; i++) {
        const from = starts[i] as number;
        const to = ends[i] as number;
        if (from > end + reach.after || (nearest && from - end > nearest.distance)) break;
        if (to > end + reach.after || (from < end && to > start) || !landmarks.isOf(ids[i] as number, group)) continue;
        const distance = to <= start ? start - to : from - end;
        if (!nearest || distance < nearest.distance) nearest = { start: from, end: to, distance };
      }
      return nearest;
    },
  };
}

/** The index of the first of ascending numbers that is `least` or more. */
function firstFrom(ascending: readonly number[], least: number): number {
  let low = 0;
  for (let high = ascending.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const sentenceEnd = /[.!?]["”’»)]?\s|[。！？\n]/;

/** How far the sentence around a stretch reaches, at most `most` units each way. */
export function sentenceReach(
  text: string,
  start: number,
  end: number,
  most: number,
): { before: number; after: number } {
  const before = text.slice(Math.max(0, start - most), start);
  const after = text.slice(end, end + most);
  let begin = 0;
  for (const match of before.matchAll(new RegExp(sentenceEnd, "g"))) begin = match.index + match[0].length;
  return { before: before.length - begin, after: sentenceEnd.exec(after)?.index ?? after.length };
}
