import { noteChange, type Work } from "./changes.ts";
import type { Treatments } from "./treatments.ts";

/** What a page has told of its changes and nobody has looked at yet: while it loads, thousands of nodes at a time. */
export interface HeardChanges {
  /** Whether any are still to be noted. */
  readonly hasMore: boolean;
  add(records: readonly MutationRecord[]): void;
  /** Adds to the work what those call for that have been heard up to now, some at each step. */
  note(): Generator<undefined, void>;
  clear(): void;
}

/** Noted between looks at the clock. */
const stride = 16;

/** Nothing is heard yet. */
export function createHeardChanges(work: Work, treatments: Treatments): HeardChanges {
  // As they were told, for each telling is let go of once it is noted, and how many of the first have been noted.
  let tellings: (readonly MutationRecord[])[] = [];
  let noted = 0;
  return {
    get hasMore() {
      return tellings.length > 0;
    },
    add(records) {
      if (records.length > 0) tellings.push(records);
    },
    *note() {
      // A page that changes for ever is not waited for.
      for (let left = tellings.length; left > 0; left--) {
        for (; noted < (tellings[0]?.length ?? 0); noted++) {
          if (noted % stride === stride - 1) yield;
          const record = tellings[0]?.[noted];
          if (record) noteChange(record, work, treatments);
        }
        tellings.shift();
        noted = 0;
      }
    },
    clear() {
      tellings = [];
      noted = 0;
    },
  };
}
