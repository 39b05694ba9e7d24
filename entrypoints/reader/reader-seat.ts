import type { startReading } from "./reading.ts";

/** Of the extension's own world in the page, where the two scripts meet; a symbol, for elements' names are properties. */
const seat = Symbol.for("context-cards reader");
const world = globalThis as { [seat]?: typeof startReading };

/** Puts the reader where the content script finds it. */
export function offerReader(start: typeof startReading): void {
  world[seat] = start;
}

/** The reader that was offered last, if any. */
export function offeredReader(): typeof startReading | undefined {
  return world[seat];
}
