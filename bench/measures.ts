import type { Lab } from "./lab.ts";
import { measureBytes } from "./measures/bytes.ts";
import { measureCards } from "./measures/cards.ts";
import { measureChanges } from "./measures/changes.ts";
import { measureFirstPages } from "./measures/first-pages.ts";
import { measureHeap } from "./measures/heap.ts";
import { measureLargestLoad, measureLoads } from "./measures/loads.ts";
import { measureLookUps } from "./measures/look-ups.ts";
import { measureMarks } from "./measures/marks.ts";
import { measureLargestScans, measureScans, measureWrapping } from "./measures/scans.ts";

/** Each measure with the lines of the table that need it; the quick ones first. */
const measures: readonly [measure: (lab: Lab) => Promise<void>, lines: readonly string[]][] = [
  [measureBytes, ["14"]],
  [measureCards, ["16"]],
  [measureHeap, ["15"]],
  [measureFirstPages, ["6"]],
  [measureLoads, ["13"]],
  [measureLookUps, ["17"]],
  [measureMarks, ["8", "9", "10", "12"]],
  [measureChanges, ["11"]],
  [measureWrapping, ["5"]],
  [measureScans, ["1", "2", "3", "4", "7"]],
  [measureLargestScans, ["2", "3"]],
  [measureLargestLoad, ["13"]],
];

/** The measures that these lines need; all, where none is given. */
export function chosenMeasures(lines: readonly string[]): ((lab: Lab) => Promise<void>)[] {
  return measures
    .filter(([, needed]) => lines.length === 0 || needed.some((line) => lines.includes(line)))
    .map(([measure]) => measure);
}
