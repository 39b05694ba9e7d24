import { expect, type Page } from "@playwright/test";
import { articlePage } from "../support/article-page.ts";
import { test } from "../support/extended-page.ts";
import type { ExtendedChromium } from "../support/launch-chromium.ts";
import { findSidePanel } from "../support/side-panel.ts";

const other = `<!doctype html><html lang="en"><title>Other</title><p>Crimea, in the rain.</p>`;
const empty = `<!doctype html><html lang="en"><title>Empty</title><p>Rain, and nothing else.</p>`;

/** The panel as a page of its own, tied to the tab that `page` is in. */
async function openTied(chromium: ExtendedChromium, page: Page, width: number): Promise<Page> {
  const id = await chromium.tabIdOf(page);
  const panel = await chromium.context.newPage();
  await panel.setViewportSize({ width, height: 800 });
  await panel.goto(chromium.urlOf(`sidepanel.html?tab=${id}`));
  return panel;
}

test("the side panel opens from the popup, and follows the reader from tab to tab and page to page", async ({
  page,
  serve,
  chromium,
  openPopup,
}) => {
  const server = await serve({ "/": { body: articlePage() }, "/other": { body: other }, "/empty": { body: empty } });
  await page.goto(server.origin);
  await expect.poll(async () => (await chromium.digestOf(page)).state).toBe("ready");
  const popup = await openPopup();
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Open the side panel" }).click();
  await closed;

  await page.bringToFront();
  await expect.poll(async () => (await findSidePanel(page)) !== undefined).toBe(true);
  const panel = await findSidePanel(page);
  if (!panel) throw new Error("the side panel has gone");
  await expect.poll(() => panel.text()).toContain("Volodymyr Zelensky");

  const place = () => page.evaluate(() => scrollY);
  expect(await place()).toBe(0);
  await panel.press("Next mention of Boris Johnson");
  await expect.poll(place).toBeGreaterThan(300);
  await panel.press("Boris Johnson");
  await expect.poll(() => panel.text()).toContain("Background");
  await expect.poll(() => panel.text()).toContain("1 of 1");
  await panel.press("Back to where you were");
  await expect.poll(place).toBe(0);

  // The card stays while the reader goes elsewhere; what is said of the page does not.
  const second = await chromium.context.newPage();
  await second.goto(`${server.origin}/other`);
  await second.bringToFront();
  await expect.poll(() => panel.text()).toContain("Not named on this page");
  expect(await panel.text()).toContain("Boris Johnson");
  await panel.press("Back to");
  await expect.poll(() => panel.text()).toMatch(/On this page 1\s+Crimea/u);

  await second.evaluate(() => document.body.append("He spoke of NATO."));
  await expect.poll(() => panel.text()).toMatch(/Crimea[\s\S]*NATO/u);
  await panel.press("Next mention of Crimea");
  await expect.poll(() => panel.text()).toContain("Back to where you were");
  await second.goto(`${server.origin}/empty`);
  await expect.poll(() => panel.text()).toContain("names none of the story’s");
  await second.goto(`${server.origin}/other`);
  await expect.poll(() => panel.text()).toMatch(/^(?=[\s\S]*Crimea)(?![\s\S]*Back to where you were)/u);
  await second.goto("chrome://version");
  await expect.poll(() => panel.text()).toContain("one of the browser’s own pages");
  await second.close();
  await expect.poll(() => panel.text()).toContain("Volodymyr Zelensky");
});

test("a card takes the list’s place in a narrow side panel, and stands beside it in a wide one", async ({
  page,
  serve,
  chromium,
}) => {
  const server = await serve({ "/": { body: articlePage() } });
  await page.goto(server.origin);
  await expect.poll(async () => (await chromium.digestOf(page)).state).toBe("ready");
  const panel = await openTied(chromium, page, 320);
  const list = panel.getByRole("region", { name: /^On this page/u });
  await panel.getByRole("button", { name: /^Crimea/u }).click();
  const title = panel.getByRole("heading", { name: "Crimea", exact: true });
  await expect(title).toBeFocused();
  await expect(list).toBeHidden();
  const overflow = () => panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);

  await panel.getByRole("button", { name: /this page/iu }).click();
  await expect(list).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await expect(panel.getByRole("button", { name: /^Crimea/u })).toBeFocused();

  await panel.setViewportSize({ width: 900, height: 700 });
  await panel.getByRole("combobox").fill("Крым");
  await panel.getByRole("combobox").press("Enter");
  await expect(title).toBeVisible();
  await expect(list).toBeVisible();
  const [left, right] = [await list.boundingBox(), await title.boundingBox()];
  expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
  await panel.close();
});
