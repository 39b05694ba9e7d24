import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

function gzippedSize(built: string, file: string): number {
  return gzipSync(readFileSync(join(built, file)), { level: 9 }).length;
}

/** Gzipped bytes of all that a page with names gets: the content script, the names, and the reader. */
export function sizesOf(built: string): { everyPage: number; withNames: number } {
  const everyPage = gzippedSize(built, "content-scripts/content.js");
  return { everyPage, withNames: everyPage + gzippedSize(built, "names.js") + gzippedSize(built, "reader.js") };
}
