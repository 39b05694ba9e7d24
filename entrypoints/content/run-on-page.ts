import type { Digest } from "#core/messages.ts";
import { endsIn, isPaused } from "#core/settings/pause.ts";
import type { Settings } from "#core/settings/settings.ts";
import { isHostOff } from "#core/settings/site-rules.ts";
import { framePath } from "#page/frame-path.ts";
import { whenVisible } from "#page/take-turns.ts";
import { reportToFollowers } from "#platform/frames.ts";
import { answerAmongFrames, answerFrame } from "#platform/messaging.ts";
import { isOrphaned } from "#platform/orphan.ts";
import { loadSettings, watchSettings } from "#platform/storage.ts";
import { type Attendance, attend } from "./attend.ts";
import { hostsAround } from "./hosts-around.ts";
import { predecessorLeaves } from "./predecessor.ts";

/** What a timer can count, in ms. */
const longestTimer = 2 ** 31 - 1;

/**
 * Attends this document as the settings say, now and whenever they change, until the signal. Begins when
 * the document is first seen: not while it is prerendered, or in a tab behind others.
 */
export async function runOnPage(signal: AbortSignal, leave: () => void): Promise<void> {
  let settings: Settings | undefined;
  let attendance: Attendance | undefined;
  let stopAttending: AbortController | undefined;
  let hasBegun = false;
  let pauseEnds: ReturnType<typeof setTimeout> | undefined;

  function apply(next: Settings): void {
    settings = next;
    clearTimeout(pauseEnds);
    const rest = endsIn(next.paused, Date.now());
    if (rest !== undefined) pauseEnds = setTimeout(() => apply(next), Math.min(rest, longestTimer));
    if (!hasBegun) return;
    if (whyOff(next)) {
      stopAttending?.abort();
      attendance = undefined;
    } else if (attendance) {
      attendance.apply(next);
    } else {
      stopAttending = new AbortController();
      attendance = attend(next, AbortSignal.any([signal, stopAttending.signal]), leave);
    }
  }

  /** Applies the stored settings, unless a change comes meanwhile: that is newer. */
  async function applyStored(): Promise<void> {
    const before = settings;
    try {
      const loaded = await loadSettings();
      if (!signal.aborted && settings === before) apply(loaded);
    } catch (error) {
      if (!isOrphaned()) throw error;
      leave();
    }
  }

  watchSettings(apply, signal);
  signal.addEventListener("abort", () => clearTimeout(pauseEnds));
  const digest = () => digestOf(settings, attendance);
  answerFrame(
    {
      getDigest: digest,
      jumpTo: ({ card, index }) => attendance?.reading?.jumpTo(card, index) ?? { count: 0 },
      showFrame: ({ index }) => attendance?.reading?.showFrame(index),
      jumpBack: () => attendance?.reading?.jumpBack(),
      openAtSelection: async ({ card }) => (await attendance?.bringReading())?.openAtSelection(card) ?? false,
    },
    signal,
  );
  reportToFollowers(digest, signal);
  answerAmongFrames(
    {
      useCard: ({ act }) => (attendance?.reading?.useCard(act) ? true : undefined),
      walk: ({ path, act }) => (isHere(path) ? attendance?.walk(act) : undefined),
    },
    signal,
  );
  await whenVisible(signal);
  await predecessorLeaves(signal);
  if (signal.aborted) return;
  hasBegun = true;
  if (settings) apply(settings);
  else await applyStored();
  // A page that was kept for the way back may have missed what was changed since.
  window.addEventListener("pageshow", ({ persisted }) => persisted && void applyStored(), { signal });
  // Timers stand still while the computer sleeps.
  const applyAgain = () => typeof settings?.paused === "number" && apply(settings);
  document.addEventListener("visibilitychange", applyAgain, { signal });
}

function digestOf(settings: Settings | undefined, attendance: Attendance | undefined): Digest {
  const frame = { host: location.hostname, path: framePath() };
  const offBy = settings && whyOff(settings);
  if (offBy) return { ...frame, state: "off", offBy, entries: [] };
  const state = attendance?.isComplete ? "ready" : "reading";
  return { ...frame, state, entries: attendance?.reading?.digest() ?? [] };
}

function whyOff(settings: Settings): Digest["offBy"] {
  // What shows the file is the browser's own; around it there is an empty page, which we may enter.
  if (document.contentType === "application/pdf") return "pdf";
  if (isPaused(settings.paused, Date.now())) return "pause";
  if (hostsAround().some((host) => isHostOff(settings, host))) return "site";
  // By its attribute: the page may have an element named `content`, and does not own the word's case.
  const wish = document.querySelector('meta[name="context-cards" i]')?.getAttribute("content");
  return wish?.trim().toLowerCase() === "off" ? "page" : undefined;
}

function isHere(path: readonly number[]): boolean {
  return framePath().join() === path.join();
}
