import { gzippedSize } from "../content-bytes.ts";
import type { Lab } from "../lab.ts";

/** The content script as shipped. */
export async function measureBytes(lab: Lab): Promise<void> {
  lab.figures["script.gzip.bytes"] = gzippedSize(lab.built);
}
