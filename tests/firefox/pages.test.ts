import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { articlePage } from "../support/article-page.ts";
import { createFirefoxCardReader } from "../support/firefox-card-reader.ts";
import { launchFirefox } from "../support/launch-firefox.ts";
import { restOn, serialise, visibleMarks } from "../support/reading.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";

const patience = { timeout: 15_000, interval: 100 };

let server: PageServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const strict = {
    "content-security-policy": "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  };
  const body = "<!doctype html><html lang=en><title>Strict</title><p>Volodymyr Zelensky named Crimea and Sky News.</p>";
  server = await servePages({ "/": { body: articlePage() }, "/strict": { body, headers: strict } });
  browser = await launchFirefox({ extended: true });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(server.origin);
});

afterEach(() => page?.close());

async function expectMarks(): Promise<void> {
  const words = async () => (await visibleMarks(page)).map((mark) => mark.words);
  await expect.poll(words, patience).toEqual(expect.arrayContaining(["Volodymyr Zelensky", "NATO", "Sky News"]));
}

const hosts = () => page.$$eval("context-card-host", (found) => found.length);

test("the bundled article has its people and topics marked", expectMarks);

test("resting on a name shows its card in the top layer; a citation unfolds; Escape puts it away", async () => {
  const card = createFirefoxCardReader(page);
  await expectMarks();
  await restOn(page, "Sky News");
  await expect.poll(() => card.text(), patience).toContain("In the article");
  expect(await card.text()).toMatch(/Sky News/u);
  expect(await page.$$eval("context-card-host", ([host]) => host?.matches(":popover-open"))).toBe(true);
  const before = (await card.text())?.length ?? 0;
  await card.clickButton(/^Source 1:/u);
  await expect.poll(async () => (await card.text())?.length, patience).toBeGreaterThan(before);
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await card.text())?.length, patience).toBe(before);
  await page.keyboard.press("Escape");
  await expect.poll(hosts, patience).toBe(0);
});

test("a click elsewhere puts the card away", async () => {
  const card = createFirefoxCardReader(page);
  await expectMarks();
  await restOn(page, "Crimea");
  await expect.poll(() => card.text(), patience).toContain("In the article");
  await page.mouse.click(20, 400);
  await expect.poll(hosts, patience).toBe(0);
});

test("the document is the same as without the extension, before a card and after one", async () => {
  const plain = await launchFirefox({ extended: false });
  const bare = await plain.newPage();
  await bare.goto(server.origin);
  const expected = await serialise(bare);
  await plain.close();
  await expectMarks();
  expect(await serialise(page)).toBe(expected);
  await restOn(page, "Sky News");
  await vi.waitFor(async () => expect(await hosts()).toBe(1), patience);
  await page.keyboard.press("Escape");
  await expect.poll(hosts, patience).toBe(0);
  expect(await serialise(page)).toBe(expected);
});

test("a page under a strict content security policy is marked, and shows its card", async () => {
  const card = createFirefoxCardReader(page);
  await page.goto(`${server.origin}/strict`);
  const words = async () => (await visibleMarks(page)).map((mark) => mark.words);
  await expect.poll(words, patience).toEqual(["Volodymyr Zelensky", "Crimea", "Sky News"]);
  await restOn(page, "Crimea");
  await expect.poll(() => card.text(), patience).toContain("In the article");
});

test("in a card that has the focus the keyboard leads to a source and back, and out", async () => {
  const card = createFirefoxCardReader(page);
  await expectMarks();
  await restOn(page, "Sky News");
  await expect.poll(() => card.text(), patience).toContain("In the article");
  expect(await card.focused()).toBeUndefined();
  const folded = (await card.text())?.length ?? 0;
  await card.clickButton(/^Keep this card open/u);
  do await page.keyboard.press("Tab");
  while (!(await card.focused())?.startsWith("Source 1:"));
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await card.text())?.length, patience).toBeGreaterThan(folded);
  await page.keyboard.press("Tab");
  expect(await card.focused()).not.toMatch(/^Source/u);
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await card.text())?.length, patience).toBe(folded);
  expect(await card.focused()).toMatch(/^Source 1:/u);
  await page.keyboard.press("Escape");
  await expect.poll(hosts, patience).toBe(0);
});
