import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { articlePage } from "../support/article-page.ts";
import { createFirefoxCardReader } from "../support/firefox-card-reader.ts";
import { openPopup, openPrivateWindow } from "../support/firefox-own-pages.ts";
import { launchFirefox } from "../support/launch-firefox.ts";
import { restOn, visibleMarks } from "../support/reading.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";

const patience = { timeout: 15_000, interval: 100 };

let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  server = await servePages({ "/": { body: articlePage() } });
  browser = await launchFirefox({ extended: true, openToUs: true });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const marks = (page: Page) =>
  expect.poll(async () => (await visibleMarks(page)).map(({ words }) => words), { ...patience });

test("in a private window all works, what is switched stays so, and no card that was opened is remembered", async () => {
  const page = await browser.newPage();
  await page.goto(server.origin);
  const popup = await openPopup(browser, page);
  await popup.lookUp("Crimea");
  await expect.poll(() => popup.textOf(".card h2"), patience).toBe("Crimea");
  await popup.close();

  const hidden = await openPrivateWindow(browser, server.origin);
  await marks(hidden).toContain("NATO");
  const card = createFirefoxCardReader(hidden);
  await restOn(hidden, "Sky News");
  await expect.poll(() => card.text(), patience).toContain("In the article");
  const inPrivate = await openPopup(browser, hidden);
  await expect.poll(() => inPrivate.text(), patience).toContain("On this page");
  expect(await inPrivate.text()).not.toContain("Opened recently");
  await inPrivate.lookUp("Sky News");
  await expect.poll(() => inPrivate.textOf(".card h2"), patience).toBe("Sky News");
  await inPrivate.close();
  const toSwitch = await openPopup(browser, hidden);
  await toSwitch.press("Context Cards on 127.0.0.1");
  await marks(hidden).toEqual([]);
  await toSwitch.close();
  await hidden.close();

  const after = await openPopup(browser, page);
  await expect.poll(() => after.text(), patience).toContain("Off for 127.0.0.1");
  await expect.poll(() => after.text(), patience).toMatch(/Opened recently\s+Crimea\s+Forget/u);
  await after.close();
  await marks(page).toEqual([]);
});
