import { sizesOf } from "../content-bytes.ts";
import type { Lab } from "../lab.ts";

/** The content script as shipped. */
export async function measureBytes(lab: Lab): Promise<void> {
  const { everyPage, withNames } = sizesOf(lab.built);
  lab.figures["script.gzip.bytes"] = everyPage;
  lab.figures["reader.gzip.bytes"] = withNames;
}
