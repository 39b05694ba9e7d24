/** The whole way of a first page: names loaded, the page read, marked and laid out, once and cold. */
import { createNamesIndex } from "#core/names/names-index.ts";
import { names } from "#packs/names.js";
import { type Reading, readPage } from "./reading.ts";
import { keepTurns } from "./turns.ts";

declare global {
  /** When the first of this page's content scripts began. */
  var begunAt: number;
  var cold: { load: number; ms: number; mentions: number; reading: Reading } | undefined;
}

async function readCold(): Promise<void> {
  const giveTurns = keepTurns();
  const index = createNamesIndex(names);
  const load = performance.now() - globalThis.begunAt;
  const reading = await readPage(index, true);
  document.body.getBoundingClientRect();
  globalThis.cold = { load, ms: performance.now() - globalThis.begunAt, mentions: reading.mentions(), reading };
  giveTurns();
}

void readCold();
