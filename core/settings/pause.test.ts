import { expect, it } from "vitest";
import { endsIn, isPaused, pauseFor } from "./pause.ts";

const begun = 1_800_000_000_000;
const hour = begun + pauseFor;

it.each([
  ["no", begun, false, undefined],
  ["lasting", begun, true, undefined],
  ["restart", begun, true, undefined],
  [hour, begun, true, pauseFor],
  [hour, begun + 60_000, true, pauseFor - 60_000],
  [hour, hour, false, undefined],
  [hour, hour + 1, false, undefined],
  // The clock was set back: by a minute, by hours, and by a year.
  [hour, begun - 60_000, true, pauseFor + 60_000],
  [hour, begun - 2 * pauseFor, false, undefined],
  [hour, begun - 31_536_000_000, false, undefined],
] as const)("a pause of %s at %i: %s, ends in %s", (pause, now, lasts, rest) => {
  expect(isPaused(pause, now)).toBe(lasts);
  expect(endsIn(pause, now)).toBe(rest);
});
