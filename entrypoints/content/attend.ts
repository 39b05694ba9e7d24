import type { WalkAct, WalkAnswer } from "#core/messages.ts";
import { createFirstLook } from "#core/names/first-look.ts";
import type { Settings } from "#core/settings/settings.ts";
import { firstLook } from "#packs/first-look.js";
import { pause, whenVisible } from "#page/take-turns.ts";
import { type WatchForNames, watchForNames } from "#page/watch-for-names.ts";
import { askBackground, OrphanedError } from "#platform/messaging.ts";
import { shadowRootOf } from "#platform/shadow-roots.ts";
import { offeredReader } from "../reader/reader-seat.ts";
import type { Reading } from "../reader/reading.ts";

/** A document that is looked at, and read once it may hold names. */
export interface Attendance {
  /** Undefined as long as nothing of ours is named. */
  readonly reading: Reading | undefined;
  /** Whether what the document holds is known. */
  readonly isComplete: boolean;
  apply(settings: Settings): void;
  /** Takes a step of the walk from mention to mention. */
  walk(act: WalkAct): Promise<WalkAnswer>;
  /** The reading, brought in though nothing may be named: the reader asked for a card. */
  bringReading(): Promise<Reading | undefined>;
}

/** How often, and at which intervals in ms, a background that fails is asked again, and when all over again. */
const attempts = { most: 4, interval: 1000, later: 30_000 };

/** Attends the document until the signal. Most name nothing, and never pay for the names. */
export function attend(first: Settings, signal: AbortSignal, onOrphaned: () => void): Attendance {
  let settings = first;
  let reading: Reading | undefined;
  let isRead: Promise<void> | undefined;
  const wanted = new AbortController();
  // Let go, with all that it looks by, once the document is to be read.
  let watch: WatchForNames | undefined = watchForNames({
    mayName: createFirstLook(firstLook),
    shadowRootOf,
    onSign: () => void want(),
    signal: AbortSignal.any([signal, wanted.signal]),
  });
  wantIfEverywhere();

  /** With this setting pages count that name nothing of the story itself. */
  function wantIfEverywhere(): void {
    if (settings.scope === "everywhere") void want();
  }

  function want(): Promise<void> {
    wanted.abort("named");
    watch = undefined;
    isRead ??= read();
    return isRead;
  }

  /** Resolves without a reading where the background fails; the reader may ask again meanwhile. */
  async function read(): Promise<void> {
    await bringReader();
    if (signal.aborted) return;
    reading = offeredReader()?.(settings, signal, onOrphaned);
    if (reading) return;
    isRead = undefined;
    void wantLater();
  }

  async function wantLater(): Promise<void> {
    await pause(attempts.later);
    await whenVisible(signal);
    if (!signal.aborted) void want();
  }

  async function bringReader(): Promise<void> {
    for (let attempt = 1; !signal.aborted && !offeredReader(); attempt++) {
      try {
        await askBackground("bringReader");
      } catch (error) {
        if (error instanceof OrphanedError) {
          onOrphaned();
          return;
        }
        if (attempt === attempts.most) return;
        await pause(attempts.interval);
        await whenVisible(signal);
      }
    }
  }

  return {
    get reading() {
      return reading;
    },
    get isComplete() {
      return (reading ?? watch)?.isComplete ?? false;
    },
    apply(next) {
      settings = next;
      reading?.apply(next);
      wantIfEverywhere();
    },
    async walk(act) {
      // The way may lead through frames in a frame that names nothing itself.
      if (window.length > 0 || wanted.signal.aborted) void want();
      await isRead;
      return reading?.walk(act) ?? {};
    },
    async bringReading() {
      await want();
      return reading;
    },
  };
}
