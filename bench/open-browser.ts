import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../scripts/find-browser.ts";

/** Starts headless Chromium with a profile of its own, with the unpacked extension in `folder` if one is given. */
export async function openBrowser(folder?: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext("", {
    executablePath: await findBrowser("chromium"),
    headless: true,
    viewport: { width: 1280, height: 900 },
    chromiumSandbox: false,
    args: [
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-gpu",
      ...(folder === undefined ? [] : [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`]),
    ],
  });
}

/** Lets functions be handed to a page as they are: tsx keeps their names by a call that no page knows. */
export async function acceptFunctions(page: Page): Promise<void> {
  await page.evaluate("globalThis.__name = (made) => made");
}
