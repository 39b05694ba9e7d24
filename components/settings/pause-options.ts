import { endsIn, isPaused, pauseFor } from "#core/settings/pause.ts";
import type { Pause } from "#core/settings/settings.ts";
import type { Words } from "#core/words/words.ts";

/** One way to pause, or not to. */
export interface PauseOption {
  id: string;
  text: string;
  isChosen: boolean;
  /** The setting's value if it is chosen at `now`, in ms since 1970. */
  valueAt(now: number): Pause;
}

/** The ways to pause, with the one that counts at `now`. */
export function pauseOptions(pause: Pause, now: number, words: Words): readonly PauseOption[] {
  const chosen = !isPaused(pause, now) ? "no" : typeof pause === "number" ? "while" : pause;
  const hour =
    endsIn(pause, now) === undefined ? words.say("pauseHour") : words.say("pauseUntil", { time: timeOf(pause, words) });
  const options: readonly [string, string, (at: number) => Pause][] = [
    ["no", words.say("pauseNot"), () => "no"],
    ["while", hour, (at) => at + pauseFor],
    ["restart", words.say("pauseRestart"), () => "restart"],
    ["lasting", words.say("pauseLasting"), () => "lasting"],
  ];
  return options.map(([id, text, valueAt]) => ({ id, text, isChosen: id === chosen, valueAt }));
}

function timeOf(pause: Pause, words: Words): string {
  return new Date(Number(pause)).toLocaleTimeString(words.locale, { timeStyle: "short" });
}
