import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { type CardReader, createCardReader } from "./card-reader.ts";
import { type ExtendedChromium, launchExtendedChromium, launchPlainChromium } from "./launch-chromium.ts";
import { collectComplaints } from "./reading.ts";
import { type PageServer, type ServedPage, servePages } from "./serve-pages.ts";

interface TestFixtures {
  /** A new page in the browser that has the extension. */
  page: Page;
  /** The cards of `page`. */
  card: CardReader;
  /** What `page` has complained of in its console since it was opened. */
  complaints: string[];
  /** Opens the popup as a page of its own, for the tab that `page` is in. */
  openPopup(): Promise<Page>;
  /** Serves pages until the test's end. */
  serve(pages: Readonly<Record<string, ServedPage>>): Promise<PageServer>;
}

interface WorkerFixtures {
  /** The browser that has the extension; its settings are put back after each test. */
  chromium: ExtendedChromium;
  /** The same browser without the extension. */
  plain: BrowserContext;
}

/** From the beginning: what only a hook after the test asks for is made after the test. */
const heard = new WeakMap<Page, string[]>();

/** Playwright's test, in Chromium with the built extension. One browser a worker, one page a test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture depends on
    async ({}, use) => {
      const chromium = await launchExtendedChromium();
      await use(chromium);
      await chromium.context.close();
    },
    { scope: "worker" },
  ],
  plain: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture depends on
    async ({}, use) => {
      const context = await launchPlainChromium();
      await use(context);
      await context.close();
    },
    { scope: "worker" },
  ],
  page: async ({ chromium }, use) => {
    const page = await chromium.context.newPage();
    heard.set(page, collectComplaints(page));
    await use(page);
    await page.close();
    await chromium.forgetSettings();
  },
  card: async ({ page }, use) => use(await createCardReader(page)),
  complaints: async ({ page }, use) => use(heard.get(page) ?? []),
  openPopup: async ({ chromium, page }, use) => {
    const popups: Page[] = [];
    await use(async () => {
      const id = await chromium.tabIdOf(page);
      const popup = await chromium.context.newPage();
      popups.push(popup);
      await popup.goto(chromium.urlOf(`popup.html?tab=${id}`));
      return popup;
    });
    for (const popup of popups) await popup.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture depends on
  serve: async ({}, use) => {
    const servers: PageServer[] = [];
    await use(async (pages) => {
      const server = await servePages(pages);
      servers.push(server);
      return server;
    });
    for (const server of servers) await server.stop();
  },
});
