import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { offerReader } from "./reader-seat.ts";
import { startReading } from "./reading.ts";

/** What only pages that may hold names need: brought into them by the background when their content script asks. */
export default defineUnlistedScript(() => offerReader(startReading));
