import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { areNamesOffered } from "../names/names-seat.ts";
import { offerReader } from "./reader-seat.ts";
import { startReading } from "./reading.ts";

/**
 * What only pages that may hold names need: brought into them by the background when their content script asks. Where a frame
 * goes on to another document meanwhile, it comes there without names, and is nothing that could read.
 */
export default defineUnlistedScript(() => {
  if (areNamesOffered()) offerReader(startReading);
});
