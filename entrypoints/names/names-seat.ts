import type { NamesModule } from "#core/names/names-module.ts";

/** Of the extension's own world in the page, where its scripts meet; a symbol, for elements' names are properties. */
const seat = Symbol.for("context-cards names");
const world = globalThis as { [seat]?: NamesModule };

/** Puts the names where the reader finds them. */
export function offerNames(names: NamesModule): void {
  world[seat] = names;
}

/** Whether they are there to be taken. */
export function areNamesOffered(): boolean {
  return seat in world;
}

/** The names that were offered. They are let go: what is made of them is smaller. Throws where there are none. */
export function takeNames(): NamesModule {
  const names = world[seat];
  if (!names) throw new Error("The reader came without names.");
  delete world[seat];
  return names;
}
