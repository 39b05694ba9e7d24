import type { Browser, Page } from "puppeteer-core";
import { launchFirefox } from "./launch-firefox.ts";
import { type ServedPage, servePages } from "./serve-pages.ts";

/** A page in a Firefox of its own. */
export interface FirefoxPage {
  readonly browser: Browser;
  readonly page: Page;
  /** Ends the browser, and what serves the page. */
  close(): Promise<void>;
}

/** Opens the page served at `/`, in a Firefox with the built extension that is open to us. */
export async function openFirefoxPage(pages: Readonly<Record<string, ServedPage>>): Promise<FirefoxPage> {
  const browser = await launchFirefox({ extended: true, openToUs: true });
  const server = await servePages(pages);
  const page = await browser.newPage();
  await page.goto(server.origin);
  return {
    browser,
    page,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
