import { fileURLToPath } from "node:url";
import { type Browser, launch } from "puppeteer-core";
import { findBrowser } from "../../scripts/find-browser.ts";

const extension = fileURLToPath(new URL("../../.output/firefox-mv3", import.meta.url));

/** Starts Firefox without a window, with or without the built extension. Close it to end it. */
export async function launchFirefox({ extended }: { extended: boolean }): Promise<Browser> {
  const browser = await launch({
    browser: "firefox",
    executablePath: await findBrowser("firefox"),
    headless: true,
    enableExtensions: true,
    timeout: 90_000,
    defaultViewport: { width: 1280, height: 900 },
  });
  if (extended) await installExtension(browser);
  return browser;
}

/** Installs the built extension; one that is installed is replaced, as by an update. Resolves to its id. */
export function installExtension(browser: Browser): Promise<string> {
  return browser.installExtension(extension);
}
