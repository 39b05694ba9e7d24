import { createLookup, type Lookup } from "#core/lookup/create-lookup.ts";
import { writtenNames } from "#core/names/written-names.ts";
import { names } from "#packs/names.js";

/** How many results a look-up shows. */
const resultsShown = 8;

let index: Lookup | undefined;

/** Cards by any of their names, the likeliest first. */
export function lookUp(query: string): ReturnType<Lookup["search"]> {
  return indexed().search(query, resultsShown);
}

/** Builds the index, which takes some tens of milliseconds: before the first letter is typed, but after the first paint. */
export function prepareLookup(): void {
  // Firefox's and Chromium's idle callbacks wait for the paint.
  requestIdleCallback(indexed);
}

function indexed(): Lookup {
  if (!index) {
    const written = writtenNames(names);
    index = createLookup(names.cards.map((head) => ({ ...head, names: written.get(head.id) ?? [] })));
  }
  return index;
}
