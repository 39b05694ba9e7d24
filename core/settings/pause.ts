import type { Pause } from "./settings.ts";

/** How long a pause for a while is, in ms. */
export const pauseFor = 3_600_000;

/** Whether a pause lasts at `now`, in ms since 1970. */
export function isPaused(pause: Pause, now: number): boolean {
  return typeof pause === "number" ? endsIn(pause, now) !== undefined : pause !== "no";
}

/** How long until a pause ends by itself, in ms; undefined where it does not, or has ended. */
export function endsIn(pause: Pause, now: number): number | undefined {
  if (typeof pause !== "number") return undefined;
  const rest = pause - now;
  // Much more than a whole pause is left only where the clock was set back: it is over then, not prolonged by months.
  return rest > 0 && rest <= 2 * pauseFor ? rest : undefined;
}
