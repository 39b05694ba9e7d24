import { expect } from "@playwright/test";
import type { Page as LivingPage } from "puppeteer-core";
import { articlePage } from "../support/article-page.ts";
import { test } from "../support/extended-page.ts";
import { type LivingChromium, launchLivingChromium } from "../support/launch-living-chromium.ts";
import { restOn, serialise, visibleMarks } from "../support/reading.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";
import { expectNoCard, expectUsable } from "../support/using-cards.ts";

// The journeys of `journey.test.ts`, in Chromium: `npm test` lists which browser went them.

const marked = async (page: Parameters<typeof visibleMarks>[0]) => (await visibleMarks(page)).map(({ words }) => words);

test.describe(() => {
  test.beforeEach(async ({ page, serve }) => {
    await page.goto((await serve({ "/": { body: articlePage() } })).origin);
    await expect.poll(() => marked(page)).toEqual(expect.arrayContaining(["Volodymyr Zelensky", "NATO", "Sky News"]));
  });

  test("names are marked, and the page stays as it was", async ({ page, plain }) => {
    const bare = await plain.newPage();
    await bare.goto(page.url());
    expect(await serialise(page)).toBe(await serialise(bare));
    await bare.close();
  });

  test("a card opens where the pointer rests, unfolds a source, and goes with a press elsewhere", async ({
    page,
    card,
  }) => {
    await expectUsable(page, card, "Sky News");
    await page.mouse.click(20, 400);
    await expectNoCard(page, card);
  });

  test("the popup tells what the page holds, and finds a card by a name in another language", async ({ openPopup }) => {
    const popup = await openPopup();
    await expect(popup.getByRole("button", { name: /^Volodymyr Zelensky/u }).first()).toBeVisible();
    await popup.getByRole("combobox").fill("Крым");
    await expect(popup.getByRole("option").first()).toContainText("Crimea");
    await popup.keyboard.press("Enter");
    await expect(popup.getByRole("heading", { name: "Crimea", exact: true })).toBeVisible();
  });

  test("a setting changed on the options page counts in the open tab", async ({ page, chromium }) => {
    const options = await chromium.context.newPage();
    await options.goto(chromium.urlOf("options.html"));
    await options.getByRole("checkbox", { name: "Organisations" }).uncheck();
    await page.bringToFront();
    await expect.poll(() => marked(page)).not.toContain("NATO");
    expect(await marked(page)).toContain("Volodymyr Zelensky");
    await options.close();
  });

  test("a site switched off in the popup stays off, and comes back", async ({ page, openPopup }) => {
    const popup = await openPopup();
    const flip = () => popup.getByRole("switch").click();
    await flip();
    await page.bringToFront();
    await expect.poll(() => marked(page)).toEqual([]);
    await page.reload();
    await expect(popup.getByRole("switch")).not.toBeChecked();
    expect(await marked(page)).toEqual([]);
    await flip();
    await page.bringToFront();
    await expect.poll(() => marked(page)).toContain("NATO");
  });

  test("the side bar tells what the page holds, and shows a card beside it", async ({ page, chromium }) => {
    const id = await chromium.tabIdOf(page);
    const panel = await chromium.context.newPage();
    await panel.goto(chromium.urlOf(`sidepanel.html?tab=${id}`));
    await panel
      .getByRole("button", { name: /^Volodymyr Zelensky/u })
      .first()
      .click();
    await expect(panel.getByRole("heading", { name: /Background/u })).toBeVisible();
    await panel.close();
  });
});

test.describe(() => {
  let server: PageServer;
  let chromium: LivingChromium;
  let tab: LivingPage;

  test.beforeEach(async () => {
    server = await servePages({ "/": { body: articlePage() } });
    chromium = await launchLivingChromium();
    await chromium.install();
    tab = await chromium.newTab();
    await tab.goto(server.origin);
  });

  test.afterEach(async () => {
    await chromium?.close();
    await server?.stop();
  });

  test("an update takes the open tab over", async () => {
    const cards = await chromium.cardsOf(tab);
    const hosts = () => tab.$$eval("context-card-host", (found) => found.length);
    const openCard = async () => {
      await expect.poll(() => marked(tab)).toContain("Sky News");
      await restOn(tab, "Sky News");
      await expect.poll(async () => (await cards.read())?.name).toBe("Sky News");
    };
    await openCard();
    await chromium.install();
    await expect.poll(hosts).toBe(0);
    await openCard();
    expect(await hosts()).toBe(1);
  });

  test("without access to websites nothing is marked; side bar and popup say so, and ask for it", async () => {
    await expect.poll(() => marked(tab)).toContain("Sky News");
    await chromium.setAccess("onPress");
    await tab.reload();
    for (const path of ["popup.html", "sidepanel.html"]) {
      await tab.bringToFront();
      const own = await chromium.openForFront(path);
      const text = () => own.evaluate(() => document.body.textContent);
      await expect.poll(text).toContain("has not let Context Cards read web pages");
      expect(await text()).toContain("Let it read web pages");
      await own.close();
    }
    await tab.bringToFront();
    expect(await marked(tab)).toEqual([]);
    await chromium.setAccess("all");
    await tab.reload();
    await expect.poll(() => marked(tab)).toContain("Sky News");
  });
});
