import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { names } from "#packs/names.js";
import { offerNames } from "./names-seat.ts";

/**
 * The names, for the reader that comes after: a script of its own, so that both are soon over, and that nothing keeps the text
 * that the names were written in.
 */
export default defineUnlistedScript(() => offerNames(names));
