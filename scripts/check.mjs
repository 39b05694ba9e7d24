/** `npm run check`: types, style and layers, dead code; all of them, whichever fails. */
import { npm, setUp } from "./set-up.mjs";

setUp();
const failed = ["compile", "check:types", "check:style", "check:unused"].filter((script) => npm(["run", script]) !== 0);
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(", ")}. See above.`);
  process.exitCode = 1;
}
