import { createLookup, type Lookup, type LookupResult } from "#core/lookup/create-lookup.ts";
import { lookup as module } from "#packs/lookup.js";

const mostResults = 8;

let lookup: Lookup | undefined;

/** The cards that `query` may mean, likeliest first. */
export function lookUp(query: string, limit = mostResults): LookupResult[] {
  lookup ??= createLookup(module);
  return lookup.search(query, limit);
}

/** Runs a look-up once the page has nothing else to do: the first letter typed is answered by code that is warm. */
export function prepareLookup(): void {
  requestIdleCallback(() => lookUp("misspelt prfix"));
}

/** All cards, in the order of the pack. */
export const heads = module.cards;
