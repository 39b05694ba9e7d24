import { isOrphaned } from "#platform/orphan.ts";

/** How often a script of a page that is seen looks whether its extension is still there, in ms. */
export const lookEvery = 1000;

/** Each begins something that an orphan must not begin. */
const beginnings = ["pointermove", "pointerdown", "click", "keydown", "focusin"];

/**
 * Calls `leave` soon after the extension was updated, disabled or removed, and before the script could act on anything the
 * reader does. To be called before other listeners are added. Nothing tells a script of it: a port to the background would,
 * but it closes as well whenever the background sleeps, and to open it again would wake it.
 */
export function leaveWhenOrphaned(leave: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setInterval> | undefined;

  function look(): void {
    if (isOrphaned()) leave();
  }

  function lookWhileSeen(): void {
    look();
    clearInterval(timer);
    if (document.visibilityState === "visible" && !signal.aborted) timer = setInterval(look, lookEvery);
  }

  signal.addEventListener("abort", () => clearInterval(timer));
  for (const type of beginnings) window.addEventListener(type, look, { capture: true, passive: true, signal });
  document.addEventListener("visibilitychange", lookWhileSeen, { capture: true, signal });
  window.addEventListener("pageshow", lookWhileSeen, { capture: true, signal });
  lookWhileSeen();
}
