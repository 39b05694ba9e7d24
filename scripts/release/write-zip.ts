import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";

const regularFile = 0o100644 << 16;

/** A zip of the files at `paths` (with slashes) under `root`; byte for byte the same for the same files. */
export function zipOf(root: string, paths: readonly string[]): Uint8Array {
  // Zip knows no time zones: by its parts, the date is the same wherever the release is made.
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const path of [...paths].sort()) {
    files[path] = [new Uint8Array(readFileSync(join(root, path))), { level: 9, mtime, os: 3, attrs: regularFile }];
  }
  return zipSync(files);
}

/** All files under `root`, with slashes. */
export function filesUnder(root: string): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    );
}
