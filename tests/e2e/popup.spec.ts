import { expect } from "@playwright/test";
import { articlePage } from "../support/article-page.ts";
import { test } from "../support/extended-page.ts";
import { findOutsideTabs } from "../support/outside-tabs.ts";
import { visibleMarks } from "../support/reading.ts";

declare const chrome: { action: { openPopup(): Promise<void> } };

test.describe("the popup", () => {
  test.beforeEach(async ({ page, serve, chromium }) => {
    const server = await serve({ "/": { body: articlePage() } });
    await page.goto(server.origin);
    await expect.poll(async () => (await chromium.digestOf(page)).state).toBe("ready");
  });

  test("lists what is on the page", async ({ openPopup, chromium, page }) => {
    const { entries } = await chromium.digestOf(page);
    const popup = await openPopup();
    const list = popup.getByRole("region", { name: /^On this page/u });
    await expect(list.getByRole("listitem")).toHaveCount(entries.length);
    await expect(list.getByRole("listitem").first()).toContainText("Volodymyr Zelensky");
  });

  test("jumps to each mention and back to where the reader was", async ({ openPopup, page }) => {
    const place = () => page.evaluate(() => scrollY);
    expect(await place()).toBe(0);
    const popup = await openPopup();
    const jump = popup.getByRole("button", { name: /^Next mention of Boris Johnson/u });
    await jump.click();
    await expect.poll(place).toBeGreaterThan(300);
    await popup.getByRole("button", { name: "Back to where you were" }).click();
    await expect.poll(place).toBe(0);
  });

  test("says why a mention is marked", async ({ openPopup }) => {
    const popup = await openPopup();
    await popup.getByRole("button", { name: /^Next mention of Boris Johnson/u }).click();
    await popup.getByText("Why is this marked?").click();
    await expect(popup.getByText("It is a name of Boris Johnson that needs nothing else.")).toBeVisible();
  });

  test("opens a card of the page and goes back to the list", async ({ openPopup }) => {
    const popup = await openPopup();
    await popup.getByRole("button", { name: /^Crimea/u }).click();
    await expect(popup.getByRole("heading", { name: "Crimea" })).toBeVisible();
    await popup.getByRole("button", { name: /^Source 1:/u }).click();
    await expect(popup.getByRole("blockquote").first()).toBeVisible();
    await popup.getByRole("button", { name: /this page/iu }).click();
    await expect(popup.getByRole("region", { name: /^On this page/u })).toBeVisible();
  });

  for (const [typed, title] of [
    ["Zelenski", "Volodymyr Zelensky"],
    ["bugapest memorandum", "Budapest Memorandum"],
    ["Крым", "Crimea"],
    ["烏克蘭", "Ukraine"],
  ] as const) {
    test(`finds ${title} by “${typed}”`, async ({ openPopup }) => {
      const popup = await openPopup();
      await popup.getByRole("combobox").fill(typed);
      await expect(popup.getByRole("option").first()).toContainText(title);
      await popup.keyboard.press("Enter");
      await expect(popup.getByRole("heading", { name: title, exact: true })).toBeVisible();
    });
  }

  test("switches the site off and on in the open tab, and remembers it", async ({ openPopup, page, chromium }) => {
    const count = async () => (await visibleMarks(page)).length;
    await expect.poll(count).toBeGreaterThan(10);
    const popup = await openPopup();
    await popup.getByRole("switch", { name: "Context Cards on 127.0.0.1" }).click();
    await expect.poll(count).toBe(0);
    await expect(popup.getByRole("switch")).not.toBeChecked();

    await page.reload();
    await expect.poll(() => chromium.digestOf(page)).toMatchObject({ state: "off", offBy: "site" });
    expect(await count()).toBe(0);

    const later = await openPopup();
    await expect(later.getByRole("switch")).not.toBeChecked();
    await later.getByRole("switch").click();
    await page.bringToFront();
    await expect.poll(count).toBeGreaterThan(10);
  });

  test("pauses everywhere, and ends the pause", async ({ openPopup, page }) => {
    const count = async () => (await visibleMarks(page)).length;
    await expect.poll(count).toBeGreaterThan(10);
    const popup = await openPopup();
    await popup.getByText("Pause on all sites").click();
    for (const way of ["For an hour", "Until the browser is started again", "Until I end it"]) {
      await popup.getByRole("radio", { name: way }).check();
      await expect.poll(count).toBe(0);
      await expect(popup.getByText("Context Cards is paused.")).toBeVisible();
      await popup.getByRole("radio", { name: "Not paused" }).check();
      await page.bringToFront();
      await expect.poll(count).toBeGreaterThan(10);
    }
  });

  test("says so where the extension cannot be", async ({ openPopup, page }) => {
    await page.goto("about:blank");
    await page.goto("chrome://version");
    const popup = await openPopup();
    await expect(popup.getByText("one of the browser’s own pages")).toBeVisible();
  });

  test("is from the start as high as with its list", async ({ chromium, page }) => {
    // What the popup asks of the page halts there, until it is let go.
    const held = await page.context().newCDPSession(page);
    await held.send("Debugger.enable");
    const halted = new Promise((resolve) => held.once("Debugger.paused", resolve));
    await held.send("Debugger.pause");
    await chromium.tabIdOf(page);
    await chromium.background.evaluate(() => chrome.action.openPopup());
    await halted;

    await expect.poll(async () => (await findOutsideTabs(page, "popup.html")) !== undefined).toBe(true);
    const popup = await findOutsideTabs(page, "popup.html");
    const inPopup = async (expression: string) => popup?.(expression);
    const drawn = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
    const height = () => inPopup(`${drawn}.then(() => innerHeight)`);
    const listed = () => inPopup("document.querySelectorAll('li').length");
    const wishedHeight = () => inPopup("document.documentElement.scrollHeight");

    // It asks for 600, and gets what the screen has room for.
    await expect.poll(() => inPopup("document.querySelector('[role=combobox]') !== null")).toBe(true);
    await expect.poll(wishedHeight).toBe(600);
    let before: unknown;
    const isAtRest = async () => {
      const last = before;
      before = await height();
      return before === last;
    };
    await expect.poll(isAtRest).toBe(true);
    expect(await listed()).toBe(0);
    await inPopup("heights = []; addEventListener('resize', () => heights.push(innerHeight))");

    await held.send("Debugger.disable");
    await expect.poll(listed).toBeGreaterThan(10);
    expect(await wishedHeight()).toBeGreaterThan(600);
    expect(await height()).toBe(before);
    expect(await inPopup("heights")).toEqual([]);
    await inPopup("setTimeout(() => close())");
  });
});
