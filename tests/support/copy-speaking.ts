import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const built = fileURLToPath(new URL("../../.output/chrome-mv3", import.meta.url));

/**
 * A copy of the built extension that speaks one language alone, `folder` being its name in `_locales`. Chromium mostly comes
 * without the files of languages other than English, and then speaks it whatever it is asked for. Remove it after use.
 */
export function copySpeaking(folder: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `context-cards-${folder}-`));
  cpSync(built, path, { recursive: true });
  const locales = join(path, "_locales");
  for (const other of readdirSync(locales)) if (other !== folder) rmSync(join(locales, other), { recursive: true });
  const manifest = join(path, "manifest.json");
  const read = JSON.parse(readFileSync(manifest, "utf8")) as object;
  writeFileSync(manifest, JSON.stringify({ ...read, default_locale: folder }));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}
