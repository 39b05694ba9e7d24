import type { Pause } from "./settings.ts";

/** How long a pause for a while is, in ms. */
export const pauseFor = 3_600_000;

/** Whether a pause lasts at `now`, in ms since 1970. */
export function isPaused(pause: Pause, now: number): boolean {
  return typeof pause === "number" ? now < pause : pause !== "no";
}

/** How long until a pause ends by itself, in ms; undefined where it does not, or has ended. */
export function endsIn(pause: Pause, now: number): number | undefined {
  return typeof pause === "number" && now < pause ? pause - now : undefined;
}
