/** The whole way of a first page: looked at, names loaded, read, marked and laid out, once and cold. */
import { createFirstLook } from "#core/names/first-look.ts";
import { createNamesIndex } from "#core/names/names-index.ts";
import { firstLook } from "#packs/first-look.js";
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
  const mayName = createFirstLook(firstLook)(document.body.textContent ?? "");
  const looked = performance.now();
  const index = createNamesIndex(names);
  const load = performance.now() - looked;
  const reading = await readPage(index, true);
  document.body.getBoundingClientRect();
  globalThis.cold = {
    load,
    ms: performance.now() - globalThis.begunAt,
    mentions: mayName ? reading.mentions() : 0,
    reading,
  };
  giveTurns();
}

void readCold();
