import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createFirefoxCardReader } from "../support/firefox-card-reader.ts";
import { installExtension, launchFirefox } from "../support/launch-firefox.ts";
import { collectComplaints, restOn, visibleMarks } from "../support/reading.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";

const patience = { timeout: 15_000, interval: 100 };
const names = ["Volodymyr Zelensky", "Crimea"];

let server: PageServer;
let browser: Browser;
let page: Page;
let id: string;
let complaints: string[];

beforeAll(async () => {
  // Firefox keeps no page that is not to be stored.
  const kept = { "cache-control": "max-age=60" };
  const html = (body: string) =>
    `<!doctype html><html lang=en><link rel=icon href="data:,"><title>A page</title>${body}`;
  server = await servePages({
    "/": { body: html("<p>Volodymyr Zelensky named Crimea.</p>"), headers: kept },
    "/other": { body: html("<p>Vladimir Putin named NATO.</p>") },
  });
  browser = await launchFirefox({ extended: false });
  id = await installExtension(browser);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  page = await browser.newPage();
  complaints = collectComplaints(page);
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});

const wordsOf = async (tab: Page) => (await visibleMarks(tab)).map((mark) => mark.words);
const hostsOf = (tab: Page) => tab.$$eval("context-card-host", (hosts) => hosts.length);
const namesOf = (tab: Page) => tab.evaluate(() => [...CSS.highlights.keys()].sort());

async function expectCard(): Promise<void> {
  const card = createFirefoxCardReader(page);
  await restOn(page, "Crimea");
  await expect.poll(() => card.text(), patience).toContain("In the article");
  expect(await hostsOf(page)).toBe(1);
}

async function leaveFor(path: string): Promise<void> {
  await page.evaluate((next) => {
    addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted }));
    location.href = next;
  }, path);
  await expect.poll(() => wordsOf(page).catch(() => []), patience).toEqual(["Vladimir Putin", "NATO"]);
}

/** To the page that was left, which the browser has kept. */
async function goBack(): Promise<void> {
  // Not at once: the driver takes it for a failure when the document goes before it has its answer.
  await page.evaluate(() => void setTimeout(() => history.back()));
  const isKept = () => page.evaluate(() => (window as { persisted?: boolean }).persisted).catch(() => false);
  await expect.poll(isKept, patience).toBe(true);
}

/** Whether anything of the open card is painted: nothing else of its host can be hit. */
const isCardShown = () =>
  page.evaluate(() => {
    const steps = Array.from({ length: 20 }, (_, index) => index * 20);
    return steps.some((x) => steps.some((y) => document.elementFromPoint(x, y)?.localName === "context-card-host"));
  });

test("a page kept for the way back comes back with its marks, and its next card", async () => {
  await page.goto(server.origin);
  await expect.poll(() => wordsOf(page), patience).toEqual(names);
  await expectCard();
  await leaveFor("/other");
  await goBack();
  expect(await hostsOf(page)).toBe(0);
  expect(await wordsOf(page)).toEqual(names);
  await expectCard();
});

// Firefox brings a script into no page that is kept, and tells nobody when one is shown again (docs/limits.md).
test("a page kept while the extension was replaced is as new once it is loaded anew", async () => {
  await page.goto(server.origin);
  await expect.poll(() => wordsOf(page), patience).toEqual(names);
  const before = await namesOf(page);
  await leaveFor("/other");
  await installExtension(browser);
  await goBack();
  expect(await hostsOf(page)).toBe(0);
  // The driver's own way waits for ever on a page that was kept.
  await page.evaluate(() => location.reload());
  await expect.poll(() => page.evaluate(() => "persisted" in window).catch(() => true), patience).toBe(false);
  await expect.poll(() => wordsOf(page), patience).toEqual(names);
  await expectCard();
  expect(await namesOf(page)).toEqual(before);
});

test("a tab behind others is left alone until it is seen", async () => {
  await page.goto(server.origin);
  const front = await browser.newPage();
  await front.goto(server.origin);
  await page.goto(`${server.origin}/other`);
  expect(await page.evaluate(() => document.visibilityState)).toBe("hidden");
  await expect.poll(() => wordsOf(front), patience).toEqual(names);
  expect(await namesOf(page)).toEqual([]);
  await page.bringToFront();
  await expect.poll(() => wordsOf(page), patience).toEqual(["Vladimir Putin", "NATO"]);
  await front.close();
});

test("installed anew while a card is open, it takes the tab over: one set of marks, one card", async () => {
  await page.goto(server.origin);
  await expect.poll(() => wordsOf(page), patience).toEqual(names);
  const before = await namesOf(page);
  await expectCard();
  await installExtension(browser);
  await expect.poll(() => hostsOf(page), patience).toBe(0);
  await expect.poll(() => wordsOf(page), patience).toEqual(names);
  await expectCard();
  await expect.poll(() => namesOf(page), patience).toEqual(before);
});

test("removed, nothing of it is seen; installed, it is back", async () => {
  await page.goto(server.origin);
  await expect.poll(() => wordsOf(page), patience).toEqual(names);
  await expectCard();
  expect(await isCardShown()).toBe(true);
  const markOf = () =>
    page.evaluate(
      () =>
        getComputedStyle(document.querySelector("p") as Element, "::highlight(context-card-dotted)")
          .textDecorationStyle,
    );
  expect(await markOf()).toBe("dotted");
  await browser.uninstallExtension(id);
  await expect.poll(isCardShown, patience).toBe(false);
  await expect.poll(markOf, patience).toBe("solid");
  await installExtension(browser);
  await expect.poll(() => hostsOf(page), patience).toBe(0);
  await expectCard();
});
