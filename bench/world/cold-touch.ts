/** L0 once and cold. */
import { touchEverything } from "./touch.ts";

declare global {
  var coldTouch: { ms: number } | undefined;
}

touchEverything();
globalThis.coldTouch = { ms: performance.now() - globalThis.begunAt };
