import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, launch } from "puppeteer-core";
import { findBrowser } from "../../scripts/find-browser.ts";

const extension = fileURLToPath(new URL("../../.output/firefox-mv3", import.meta.url));

/** Under which Firefox would serve the extension's own pages by a random name; the id stands in the manifest. */
const pagesName = "4f2c1d7a-5b6e-4c3d-9a8b-7e6f5d4c3b2a";

/** As in the manifest. */
export const extensionId = "context-cards@context-cards";

/** The address of one of the extension's own pages, in a Firefox that is open to us. */
export function urlOfOwnPage(path: string): string {
  return `moz-extension://${pagesName}/${path}`;
}

/**
 * Starts Firefox without a window, with or without the built extension. With `openToUs`, its own window and the extension's
 * pages can be reached. Close it to end it.
 */
export async function launchFirefox({
  extended,
  openToUs = false,
}: {
  extended: boolean;
  openToUs?: boolean;
}): Promise<Browser> {
  const browser = await launch({
    browser: "firefox",
    executablePath: await findBrowser("firefox"),
    headless: true,
    enableExtensions: true,
    timeout: 90_000,
    defaultViewport: { width: 1280, height: 900 },
    ...(openToUs && {
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: {
        "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: pagesName }),
        // A question of the browser's may be answered at once.
        "security.notification_enable_delay": 0,
      },
    }),
  });
  if (extended) await installExtension(browser);
  return browser;
}

/** Installs the built extension, or another copy of it; one that is installed is replaced, as by an update. Resolves to its id. */
export function installExtension(browser: Browser, folder = extension): Promise<string> {
  return browser.installExtension(folder);
}

/** A copy of the built extension under a version of its own, in a folder of its own. */
export function copyExtension(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), "context-cards-"));
  cpSync(extension, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), version }));
  return folder;
}
