import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Gzipped bytes of the scripts that a built extension puts into every page. */
export function gzippedSize(built: string): number {
  const folder = join(built, "content-scripts");
  const scripts = readdirSync(folder).filter((file) => file.endsWith(".js"));
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
}
