import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createFirefoxCardReader } from "../support/firefox-card-reader.ts";
import { launchFirefox } from "../support/launch-firefox.ts";
import { html } from "../support/page-html.ts";
import { collectComplaints, pointOf, restOn, visibleMarks } from "../support/reading.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";

const patience = { timeout: 15_000, interval: 100 };
const story = "<p>Volodymyr Zelensky spoke of NATO.</p>";

let server: PageServer;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  server = await servePages({
    "/": html(`${story}<p>Sky News reported.</p>`),
    "/dialog": html(`${story}<button id=one onclick="dialog.showModal()">Open</button>
      <dialog id=dialog><p>He named Crimea.</p></dialog>`),
    "/zoomed": html(`<style>html { zoom: 1.5; font-size: 1px } * { color: red !important } p { font-size: 16px }
      div { display: none !important }</style>${story}`),
  });
  browser = await launchFirefox({ extended: true });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async () => {
  await page?.close();
  expect(complaints).toEqual([]);
});

async function goTo(path: string): Promise<void> {
  page = await browser.newPage();
  complaints = collectComplaints(page);
  await page.goto(server.origin + path);
}

const words = async () => (await visibleMarks(page)).map((mark) => mark.words);
const hosts = () => page.$$eval("context-card-host", (found) => found.length);

async function expectUsable(name: string): Promise<void> {
  const card = createFirefoxCardReader(page);
  await expect.poll(words, patience).toContain(name);
  await restOn(page, name);
  await expect.poll(() => card.text(), patience).toContain("In the article");
  const before = (await card.text())?.length ?? 0;
  await card.clickButton(/^Source 1:/u);
  await expect.poll(async () => (await card.text())?.length, patience).toBeGreaterThan(before);
  await card.clickButton(/^Source 1:/u);
  await expect.poll(async () => (await card.text())?.length, patience).toBe(before);
}

test("the card can be used over a modal dialog; Escape puts it away, and then the dialog", async () => {
  await goTo("/dialog");
  await page.click("#one");
  await expectUsable("Crimea");
  const isOpen = () => page.$eval("dialog", (dialog) => dialog.open);
  await page.keyboard.press("Escape");
  await expect.poll(hosts, patience).toBe(0);
  expect(await isOpen()).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(isOpen, patience).toBe(false);
  await expectUsable("NATO");
});

test("the card goes with its dialog", async () => {
  await goTo("/dialog");
  await page.click("#one");
  await expectUsable("Crimea");
  await page.$eval("dialog", (dialog) => dialog.close());
  await expect.poll(hosts, patience).toBe(0);
});

test("made-up events open nothing and close nothing", async () => {
  await goTo("/");
  await expect.poll(words, patience).toContain("NATO");
  const pretend = (at: { x: number; y: number }) =>
    page.evaluate(({ x, y }) => {
      const place = { clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true };
      const target = document.elementFromPoint(x, y) ?? document.body;
      for (const type of ["pointermove", "pointerdown", "pointerup", "click"])
        target.dispatchEvent(new PointerEvent(type, { ...place, pointerType: "mouse" }));
      target.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
      for (const type of ["pagehide", "fullscreenchange", "scroll"]) window.dispatchEvent(new Event(type));
    }, at);
  await pretend(await pointOf(page, "NATO"));
  await expectUsable("Sky News");
  expect(await createFirefoxCardReader(page).text()).toContain("Sky News");
  await pretend({ x: 900, y: 600 });
  expect(await hosts()).toBe(1);
  expect(await createFirefoxCardReader(page).text()).toContain("In the article");
});

test("a document that is written anew is read, and has its cards", async () => {
  await goTo("/");
  await expect.poll(words, patience).toContain("NATO");
  await page.evaluate(() => {
    document.open();
    document.write("<!doctype html><html lang=en><title>Anew</title><p>Vladimir Putin named Crimea.</p>");
    document.close();
  });
  await expectUsable("Crimea");
  await page.keyboard.press("Escape");
  await expect.poll(hosts, patience).toBe(0);
});

test("a page's zoom and styles leave the card its size, and it can be used", async () => {
  await goTo("/zoomed");
  await expectUsable("NATO");
  const card = createFirefoxCardReader(page);
  expect(await card.width()).toBeCloseTo(384, 0);
});
