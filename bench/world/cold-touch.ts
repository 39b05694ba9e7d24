/** L0 once and cold. */
import { touchEverything } from "./touch.ts";

declare global {
  var coldTouch: { ms: number; sum: number } | undefined;
}

const sum = touchEverything();
globalThis.coldTouch = { ms: performance.now() - globalThis.begunAt, sum };
