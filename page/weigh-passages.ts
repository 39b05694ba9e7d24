import type { Mention } from "#core/detect/mention.ts";
import type { KeptPassage } from "./kept-passages.ts";

/** Passages that are gone through in a step. */
const stride = 64;

/** Gives the passages the mentions that are decided on their readings, in steps; those that are not shown have none. */
export function* weighPassages<Reading>(
  passages: readonly KeptPassage<Reading>[],
  decide: (readings: readonly Reading[]) => Generator<undefined, readonly (readonly Mention[])[]>,
): Generator<undefined, void> {
  const shown: KeptPassage<Reading>[] = [];
  const readings: Reading[] = [];
  for (const [at, passage] of passages.entries()) {
    if (at % stride === 0) yield;
    if (passage.isRendered) {
      shown.push(passage);
      readings.push(passage.reading);
    } else passage.mentions = [];
  }
  const decided = yield* decide(readings);
  for (const [at, passage] of shown.entries()) {
    if (at % stride === 0) yield;
    const found = decided[at] ?? [];
    // What stays the same stays the same object: a mention that the pointer rests on is known again by it.
    if (!isSame(passage.mentions, found)) passage.mentions = found;
  }
}

function isSame(a: readonly Mention[], b: readonly Mention[]): boolean {
  const isEqual = ({ card, start, end }: Mention, index: number) =>
    b[index]?.card === card && b[index].start === start && b[index].end === end;
  return a === b || (a.length === b.length && a.every(isEqual));
}
