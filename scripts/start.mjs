/** `npm start [ADDRESS]`: opens a browser with the extension, on the bundled article or on any page. */
import { runScript, setUp } from "./set-up.mjs";

setUp();
runScript("scripts/open-browser.ts");
