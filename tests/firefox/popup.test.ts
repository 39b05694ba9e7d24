import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchFirefox, urlOfOwnPage } from "../support/launch-firefox.ts";
import { html } from "../support/page-html.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";

/** The little of the extension API that our own pages have. */
interface ExtensionApi {
  permissions: { remove(what: { origins: string[] }): Promise<boolean> };
  tabs: { query(what: object): Promise<{ id: number; url?: string; index: number }[]> };
}

declare const browser: ExtensionApi;

const patience = { timeout: 15_000, interval: 100 };
const filler = '<div style="height: 1500px"></div>';

let server: PageServer;
let firefox: Browser;
let popup: Page;

beforeAll(async () => {
  server = await servePages({
    "/": html(`<p>Volodymyr Zelensky named Crimea.</p>${filler}<iframe src="/in"></iframe>${filler}`),
    "/in": html(`${filler}<p>Crimea again, says Boris Johnson.</p>`),
  });
  firefox = await launchFirefox({ extended: true });
  popup = await firefox.newPage();
});

afterAll(async () => {
  await firefox?.close();
  await server?.stop();
});

/** Opens the popup as a page, for the tab at `place` from the left of those that show the web or the browser's pages. */
async function openPopupFor(page: Page): Promise<void> {
  await popup.goto(urlOfOwnPage("popup.html"));
  const places = (await firefox.pages()).indexOf(page);
  const id = await popup.evaluate(async (index) => {
    const tabs = await browser.tabs.query({});
    return tabs.sort((a, b) => a.index - b.index)[index]?.id;
  }, places);
  await popup.goto(urlOfOwnPage(`popup.html?tab=${id}`));
}

const said = () => popup.$eval("main", (main) => main.textContent);
const rows = () => popup.$$eval(".digest .open .title", (titles) => titles.map(({ textContent }) => textContent));
const pressJump = (title: string) => popup.click(`button[aria-label^="Next mention of ${title}"]`);

async function scrolled(page: Page): Promise<number[]> {
  return Promise.all(page.frames().map((frame) => frame.evaluate(() => scrollY)));
}

test("lists what a page and its frames hold, jumps to it and back", async () => {
  const page = await firefox.newPage();
  await page.goto(server.origin);
  await openPopupFor(page);
  await expect.poll(rows, patience).toEqual(["Volodymyr Zelensky", "Crimea", "Boris Johnson"]);
  await pressJump("Boris Johnson");
  await expect.poll(async () => Math.min(...(await scrolled(page))), patience).toBeGreaterThan(700);
  await popup.click(".digest .back");
  await expect.poll(() => scrolled(page), patience).toEqual([0, 0]);
  await page.close();
});

test("looks up a card by a misspelt name in another script, and opens it by Enter", async () => {
  await popup.goto(urlOfOwnPage("popup.html"));
  await popup.waitForSelector("[role=combobox]");
  await popup.type("[role=combobox]", "Зеленьський");
  const first = () => popup.$eval("[role=option]", (option) => (option as HTMLElement).textContent);
  await expect.poll(first, patience).toContain("Volodymyr Zelensky");
  expect(await first()).toContain("Ukrainian");
  await popup.keyboard.press("Enter");
  await expect
    .poll(() => popup.$eval(".card h2", ({ textContent }) => textContent), patience)
    .toBe("Volodymyr Zelensky");
});

test("names the browser's own pages", async () => {
  const page = await firefox.newPage();
  await page.goto("about:blank");
  await popup.bringToFront();
  await popup.goto(urlOfOwnPage("options.html"));
  await openPopupFor(popup);
  await expect.poll(said, patience).toContain("one of the browser’s own pages");
  await page.close();
});

test("where site access is withheld, says so, asks for it, and reads the page once it is loaded again", async () => {
  await popup.goto(urlOfOwnPage("popup.html"));
  expect(await popup.evaluate(() => browser.permissions.remove({ origins: ["<all_urls>"] }))).toBe(true);
  const page = await firefox.newPage();
  await page.goto(server.origin);
  await openPopupFor(page);
  await expect.poll(said, patience).toContain("has not let Context Cards read web pages");
  await popup.bringToFront();
  await popup.click(".digest-message button");
  await expect.poll(said, patience).toContain("Nothing answers from this page");
  await popup.click(".digest-message button");
  await expect.poll(rows, patience).toEqual(["Volodymyr Zelensky", "Crimea", "Boris Johnson"]);
  await page.close();
});
