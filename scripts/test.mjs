/** `npm test [SUITE …]`: all that a fresh machine needs, then every suite. */
import { runScript, setUp } from "./set-up.mjs";

setUp();
runScript("scripts/run-suites.ts");
