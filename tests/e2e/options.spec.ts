import { expect, type Page } from "@playwright/test";
import { settingsRecord } from "#core/settings/settings.ts";
import { articlePage } from "../support/article-page.ts";
import { test } from "../support/extended-page.ts";
import { pointOf, restAt, restOn, visibleMarks } from "../support/reading.ts";

const words = async (page: Page) => (await visibleMarks(page)).map((mark) => mark.words);

test.describe("a setting changed on the options page counts in an open tab:", () => {
  let options: Page;

  test.beforeEach(async ({ page, serve, chromium }) => {
    const server = await serve({ "/": { body: articlePage() } });
    await page.goto(server.origin);
    await expect.poll(async () => (await visibleMarks(page)).length).toBeGreaterThan(10);
    options = await chromium.context.newPage();
    await options.goto(chromium.urlOf("options.html"));
  });

  test.afterEach(() => options.close());

  test("sites where it is off", async ({ page }) => {
    await options.getByLabel("Site to add a rule for").fill("127.0.0.1");
    await options.getByRole("button", { name: "Off there" }).click();
    await expect.poll(() => words(page)).toEqual([]);
  });

  test("what to mark", async ({ page }) => {
    await options.getByRole("checkbox", { name: "People" }).uncheck();
    await page.bringToFront();
    await expect.poll(() => words(page)).not.toContain("Zelensky");
    expect(await words(page)).toContain("NATO");
  });

  test("which mentions", async ({ page }) => {
    await options.getByRole("radio", { name: "Only the first mention of each" }).check();
    await page.bringToFront();
    await expect.poll(async () => (await words(page)).filter((word) => word === "NATO").length).toBe(1);
  });

  test("common names on every page", async ({ page, serve }) => {
    const recipe = await serve({ "/": { body: "<!doctype html><html lang=en><p>In France, at midnight.</p>" } });
    await page.goto(recipe.origin);
    await options.getByRole("radio", { name: "On every page" }).check();
    await page.bringToFront();
    await expect.poll(() => words(page)).toEqual(["France"]);
  });

  test("how marks look", async ({ page }) => {
    const styles = () =>
      page.evaluate(() => [...CSS.highlights].filter(([, marks]) => marks.size > 0).map(([name]) => name));
    expect(await styles()).toEqual(["context-card-dotted"]);
    await options.getByRole("radio", { name: "Light tint" }).check();
    await expect.poll(styles).toEqual(["context-card-tint"]);
    await options.getByRole("radio", { name: "Nothing visible" }).check();
    await expect.poll(styles).toEqual([]);
  });

  test("how cards open", async ({ page, card }) => {
    await options.getByRole("radio", { name: "Clicking a name" }).check();
    await page.bringToFront();
    const { x, y } = await restOn(page, "Sky News");
    await page.mouse.click(x, y);
    await expect.poll(async () => (await card.read())?.name).toBe("Sky News");
    await page.keyboard.press("Escape");
    await expect.poll(() => card.read()).toBeUndefined();
  });

  test("how long to rest", async ({ page, card }) => {
    const slider = options.getByRole("slider", { name: settingsRecord.dwell.label });
    await slider.focus();
    await slider.press("End");
    await expect(options.getByText(`${settingsRecord.dwell.max} ms`)).toBeVisible();
    await page.bringToFront();
    const point = await pointOf(page, "Sky News");
    const start = Date.now();
    await restAt(page, point);
    await expect.poll(async () => (await card.read())?.name).toBe("Sky News");
    expect(Date.now() - start).toBeGreaterThanOrEqual(settingsRecord.dwell.max);
  });

  test("theme", async ({ page, card }) => {
    await restOn(page, "Sky News");
    await page.bringToFront();
    await restOn(page, "Sky News");
    await expect.poll(async () => (await card.read())?.name).toBe("Sky News");
    const light = await card.background();
    await options.getByRole("radio", { name: "Dark" }).check();
    await expect.poll(() => card.background()).not.toBe(light);
  });
});
