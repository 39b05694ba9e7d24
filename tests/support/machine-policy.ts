import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A browser started by `executable` finds its machine's policies as they are given; no other does. */
export interface ManagedBrowser {
  executable: string;
  stop(): void;
}

/**
 * A way to start a browser under policies of its own: it sees a copy of `/etc` with these files in it (paths from
 * `/etc`), by a mount that only its processes have. For that, the system must allow user namespaces.
 */
export function manageBrowser(executable: string, files: Readonly<Record<string, object>>): ManagedBrowser {
  const folder = mkdtempSync(join(tmpdir(), "context-cards-policy-"));
  const etc = join(folder, "etc");
  // What only the system may read, no browser needs.
  cpSync("/etc", etc, { recursive: true, verbatimSymlinks: true, filter: isReadable });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(etc, path)), { recursive: true });
    writeFileSync(join(etc, path), JSON.stringify(content));
  }
  const script = join(folder, "browser");
  const run = `exec unshare --map-root-user --mount sh -c 'mount --bind "$0" /etc && exec "$@"' "${etc}" "${executable}" "$@"`;
  writeFileSync(script, `#!/bin/sh\n${run}\n`);
  chmodSync(script, 0o755);
  return { executable: script, stop: () => rmSync(folder, { recursive: true }) };
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    const status = lstatSync(path);
    return status.isFile() || status.isDirectory() || status.isSymbolicLink();
  } catch {
    // A symbolic link that leads nowhere is kept as it is.
    return lstatSync(path).isSymbolicLink();
  }
}
