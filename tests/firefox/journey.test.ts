import type { Browser, ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { articlePage } from "../support/article-page.ts";
import { createFirefoxCardReader } from "../support/firefox-card-reader.ts";
import { openOwnPage, selectedTab, takeAccess } from "../support/firefox-own-pages.ts";
import { installExtension, launchFirefox } from "../support/launch-firefox.ts";
import { restOn, serialise, visibleMarks } from "../support/reading.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";

// The journeys of `journey.spec.ts`, in Firefox.

/** The little of the extension API that is asked in a page of ours. */
interface OwnWorld {
  browser: { permissions: { contains(what: object): Promise<boolean> } };
}

const patience = { timeout: 15_000, interval: 100 };

let server: PageServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await servePages({ "/": { body: articlePage() } });
  browser = await launchFirefox({ extended: true, openToUs: true });
  page = await browser.newPage();
  await page.goto(server.origin);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const marked = async () => (await visibleMarks(page)).map(({ words }) => words);
const textOf = (own: Page) => own.evaluate(() => document.body.textContent ?? "");

/** Presses the first control of an own page whose label or text begins so, once it is there. */
async function press(own: Page, name: string): Promise<void> {
  const find = async () => {
    const found = await own.evaluateHandle((wanted) => {
      const controls = [...document.querySelectorAll<HTMLInputElement>("button, input")];
      const textsOf = (control: HTMLInputElement) => [control, ...(control.labels ?? [])].map((one) => one.textContent);
      return controls.find((control) => textsOf(control).some((text) => text?.trim().startsWith(wanted)));
    }, name);
    return found.asElement() as ElementHandle<HTMLInputElement> | null;
  };
  await expect.poll(async () => (await find()) !== null, patience).toBe(true);
  await (await find())?.click();
}

async function popupOf(tab: Page): Promise<Page> {
  await tab.bringToFront();
  return openOwnPage(browser, `popup.html?tab=${await selectedTab(browser)}`);
}

test("names are marked, and the page stays as it was", async () => {
  await expect.poll(marked, patience).toEqual(expect.arrayContaining(["Volodymyr Zelensky", "NATO", "Sky News"]));
  const html = await serialise(page);
  expect(html).not.toContain("context-card");
});

test("a card opens where the pointer rests, unfolds a source, and goes with a press elsewhere", async () => {
  const card = createFirefoxCardReader(page);
  await restOn(page, "Sky News");
  await expect.poll(() => card.text(), patience).toContain("In the article");
  const before = (await card.text())?.length ?? 0;
  await card.clickButton(/^Source 1:/u);
  await expect.poll(async () => (await card.text())?.length, patience).toBeGreaterThan(before);
  await page.mouse.click(20, 400);
  await expect.poll(() => card.text(), patience).toBeUndefined();
});

test("the popup tells what the page holds, and finds a card by a name in another language", async () => {
  const popup = await popupOf(page);
  await expect.poll(() => textOf(popup), patience).toContain("Volodymyr Zelensky");
  await popup.type("[role=combobox]", "Крым");
  await popup.waitForSelector("[role=option]");
  await popup.keyboard.press("Enter");
  await expect
    .poll(() => popup.evaluate(() => document.querySelector(".card h2")?.textContent), patience)
    .toContain("Crimea");
  await popup.close();
});

test("a setting changed on the options page counts in the open tab", async () => {
  const options = await openOwnPage(browser, "options.html");
  await press(options, "Organisations");
  await page.bringToFront();
  await expect.poll(marked, patience).not.toContain("NATO");
  expect(await marked()).toContain("Volodymyr Zelensky");
  await options.bringToFront();
  await press(options, "Organisations");
  await page.bringToFront();
  await expect.poll(marked, patience).toContain("NATO");
  await options.close();
});

test("a site switched off in the popup stays off, and comes back", async () => {
  const popup = await popupOf(page);
  const flip = () => popup.$eval("[role=switch]", (control) => (control as HTMLElement).click());
  await popup.waitForSelector("[role=switch]");
  await flip();
  await page.bringToFront();
  await expect.poll(marked, patience).toEqual([]);
  await page.reload();
  await expect.poll(() => textOf(popup), patience).toContain("off");
  expect(await marked()).toEqual([]);
  await flip();
  await page.bringToFront();
  await expect.poll(marked, patience).toContain("NATO");
  await popup.close();
});

test("the side bar tells what the page holds, and shows a card beside it", async () => {
  await page.bringToFront();
  const panel = await openOwnPage(browser, `sidepanel.html?tab=${await selectedTab(browser)}`);
  await press(panel, "Volodymyr Zelensky");
  await expect.poll(() => textOf(panel), patience).toContain("Background");
  await panel.close();
});

test("an update takes the open tab over", async () => {
  await installExtension(browser);
  await expect.poll(marked, patience).toContain("NATO");
  const card = createFirefoxCardReader(page);
  await restOn(page, "Sky News");
  await expect.poll(() => card.text(), patience).toContain("In the article");
  expect(await page.$$eval("context-card-host", (hosts) => hosts.length)).toBe(1);
  await page.keyboard.press("Escape");
});

test("without access to websites nothing is marked, and the popup says so, and asks", async () => {
  await takeAccess(browser);
  await page.reload();
  const popup = await popupOf(page);
  await expect.poll(() => textOf(popup), patience).toContain("has not let Context Cards read web pages");
  expect(await marked()).toEqual([]);
  await press(popup, "Let it read web pages");
  const granted = () =>
    popup.evaluate(() => (globalThis as unknown as OwnWorld).browser.permissions.contains({ origins: ["<all_urls>"] }));
  await expect.poll(granted, patience).toBe(true);
  await page.bringToFront();
  await page.reload();
  await expect.poll(marked, patience).toContain("NATO");
  await popup.close();
});
