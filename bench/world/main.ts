/** The measuring script, in the world that a content script has in a page. The bench calls `measures` by name. */
import { compileLookup, lookupDocuments } from "#core/lookup/compile-lookup.ts";
import { createLookup, type Lookup } from "#core/lookup/create-lookup.ts";
import type { LookupModule } from "#core/lookup/lookup-module.ts";
import { createFirstLook, type FirstLookModule } from "#core/names/first-look.ts";
import { createNamesIndex, type NamesIndex } from "#core/names/names-index.ts";
import type { NamesModule } from "#core/names/names-module.ts";
import { writtenNames } from "#core/names/written-names.ts";
import { createHitTest } from "#page/hit-test.ts";
import { watchForNames } from "#page/watch-for-names.ts";
import { type Finder, markByElements, markWith, peers } from "./peers.ts";
import { type Reading, readPage } from "./reading.ts";
import { touchEverything } from "./touch.ts";
import { keepTurns, nextFrame, nextTask } from "./turns.ts";

declare global {
  /** What packs compile to, by name set; each is a content script of its own. */
  var benchNames: Record<string, { firstLook: FirstLookModule; names: NamesModule }>;
  var bench: typeof measures;
}

const indexes = new Map<string, NamesIndex>();
const finders = new Map<string, Finder>();
const lookupModules = new Map<string, LookupModule>();
const lookups = new Map<string, Lookup>();
let held: Reading | undefined;

const measures = {
  /** Milliseconds to touch all text, the mean of so many times. */
  touch(times: number): number {
    const begun = performance.now();
    let sum = 0;
    for (let i = 0; i < times; i++) sum ^= touchEverything();
    if (Number.isNaN(sum)) throw new Error("nothing was touched");
    return (performance.now() - begun) / times;
  },

  /** Milliseconds from nothing to every mention found (and marked and laid out, if `marked`), and how many there are. */
  async scan(set: string, times: number, marked: boolean): Promise<{ ms: number; mentions: number }> {
    const index = indexOf(set);
    const giveTurns = keepTurns();
    let ms = 0;
    let mentions = 0;
    for (let i = 0; i < times; i++) {
      const begun = performance.now();
      const reading = await readPage(index, marked);
      if (marked) document.body.getBoundingClientRect();
      ms += performance.now() - begun;
      mentions = reading.mentions();
      reading.stop();
    }
    giveTurns();
    return { ms: ms / times, mentions };
  },

  /** Milliseconds until a page that names nothing is left, the mean of so many times. Throws where it is not left. */
  async leave(set: string, times: number): Promise<number> {
    const mayName = createFirstLook(packOf(set).firstLook);
    const giveTurns = keepTurns();
    let ms = 0;
    for (let i = 0; i < times; i++) {
      const stop = new AbortController();
      let isLeft = true;
      const onSign = () => {
        isLeft = false;
      };
      const begun = performance.now();
      const watch = watchForNames({
        mayName,
        shadowRootOf: ({ shadowRoot }) => shadowRoot,
        onSign,
        signal: stop.signal,
      });
      // Turns are given at once, so that no task is to be waited for: making one costs as much as a small page.
      for (let turns = 0; turns < 1000 && !watch.isComplete && isLeft; turns++) await undefined;
      while (!watch.isComplete && isLeft) await nextTask();
      ms += performance.now() - begun;
      stop.abort();
      if (!isLeft) throw new Error("the page was not left: it has a sign of a name");
    }
    giveTurns();
    return ms / times;
  },

  /** Milliseconds a peer takes to build its index. */
  buildPeer(peer: string, set: string): number {
    const begun = performance.now();
    const finder = peers[peer]?.(namesOf(set));
    const ms = performance.now() - begun;
    if (finder) finders.set(`${peer} ${set}`, finder);
    return ms;
  },

  /** Milliseconds a peer takes to find and mark, the mean of so many times. */
  scanByPeer(peer: string, set: string, times: number): { ms: number; mentions: number } {
    const finder = finders.get(`${peer} ${set}`);
    if (!finder) throw new Error(`${peer} has no index`);
    const begun = performance.now();
    let mentions = 0;
    for (let i = 0; i < times; i++) mentions = markWith(finder);
    return { ms: (performance.now() - begun) / times, mentions };
  },

  /** Milliseconds of mark.js with the layout it calls for; the page is put back as it was. */
  markByElements(set: string): { ms: number; mentions: number } {
    const begun = performance.now();
    const { marked, unmark } = markByElements(namesOf(set));
    document.body.getBoundingClientRect();
    const ms = performance.now() - begun;
    unmark();
    document.body.normalize();
    document.body.getBoundingClientRect();
    return { ms, mentions: marked };
  },

  /** Reads and marks the page and keeps it so until `release`; with the set "none", nothing is ever found. */
  async hold(set: string): Promise<number> {
    held = await readPage(set === "none" ? undefined : indexOf(set), true);
    await nextFrame();
    return held.mentions();
  },

  async release(): Promise<void> {
    held?.stop();
    held = undefined;
    await nextFrame();
  },

  /** Units of text that detection has read since `hold`. */
  unitsRead: (): number => held?.unitsRead ?? 0,

  /** Ranges that are registered for painting. */
  ranges: (): number => [...CSS.highlights].reduce((sum, [, { size }]) => sum + size, 0),

  /** Milliseconds of a frame after a change that has nothing to do with any name. */
  async frameAfterChange(round: number): Promise<number> {
    const clock = document.getElementById("bench-clock") ?? document.body.appendChild(document.createElement("div"));
    clock.id = "bench-clock";
    clock.style.cssText = "position:fixed;inset:0 0 auto auto";
    await nextFrame();
    clock.textContent = `${round}`;
    return nextFrame();
  },

  /** Milliseconds of so many hit-tests along the rows of the window, of ours and of `elementFromPoint`. */
  hitTest(points: number): { ours: number; plain: number; hits: number } {
    const reading = held;
    const marks = reading?.marks;
    if (!reading || !marks) throw new Error("nothing is marked");
    const find = createHitTest({
      passageAt: reading.scanner.passageAt,
      mentionsOf: marks.mentionsOf,
      marksIn: marks.marksIn,
      shadowRoots: () => reading.scanner.shadowRoots,
    });
    const path = rowsOfWindow(points);
    const time = (test: (x: number, y: number) => void) => {
      const begun = performance.now();
      for (const { x, y } of path) test(x, y);
      return performance.now() - begun;
    };
    let hits = 0;
    const plain = time((x, y) => document.elementFromPoint(x, y));
    const ours = time((x, y) => {
      if (find({ x, y })) hits += 1;
    });
    return { ours, plain, hits };
  },

  /** Milliseconds to open look-up over all names, which is indexed when the extension is built, and of a search for each query. */
  lookUp(set: string, queries: readonly string[]): { build: number; searches: number[] } {
    const module = lookupModules.get(set) ?? compileLookup(lookupDocuments(packOf(set).names, {}));
    lookupModules.set(set, module);
    const begun = performance.now();
    let lookup = lookups.get(set);
    if (!lookup) {
      lookup = createLookup(module);
      lookups.set(set, lookup);
    }
    const build = performance.now() - begun;
    const searches = queries.map((query) => {
      const asked = performance.now();
      lookup.search(query, 8);
      return performance.now() - asked;
    });
    return { build, searches };
  },

  /** Resolves once nothing has been read, marked or unmarked for longer than the scanner ever rests. */
  async settle(): Promise<void> {
    const state = () => `${held?.unitsRead} ${held?.mentions()} ${measures.ranges()}`;
    for (let before = "", quiet = 0; quiet < 12; ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const now = state();
      quiet = now === before ? quiet + 1 : 0;
      before = now;
    }
  },
};

function packOf(set: string): { firstLook: FirstLookModule; names: NamesModule } {
  const pack = globalThis.benchNames[set];
  if (!pack) throw new Error(`no names for ${set}`);
  return pack;
}

function indexOf(set: string): NamesIndex {
  const index = indexes.get(set) ?? createNamesIndex(packOf(set).names);
  indexes.set(set, index);
  return index;
}

function namesOf(set: string): string[] {
  return [...new Set([...writtenNames(packOf(set).names).values()].flat())];
}

/** Every seventh pixel of every twentieth row: a hand moves over the words as a reader's does. */
function rowsOfWindow(count: number): { x: number; y: number }[] {
  return Array.from({ length: count }, (_, at) => {
    const along = at * 7;
    return { x: 1 + (along % innerWidth), y: 1 + ((Math.floor(along / innerWidth) * 20 + (at % 3)) % innerHeight) };
  });
}

globalThis.bench = measures;
