import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { defaultSettings } from "#core/settings/settings.ts";
import { writeSettingsFile } from "#core/settings/settings-file.ts";
import { articlePage } from "../support/article-page.ts";
import { test } from "../support/extended-page.ts";
import { visibleMarks } from "../support/reading.ts";
import { openCard } from "../support/using-cards.ts";

const words = async (page: Page) => (await visibleMarks(page)).map((mark) => mark.words);
const count = async (page: Page, word: string) => (await words(page)).filter((one) => one === word).length;
const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(content),
});

test("a card, or its kind, is muted from the card, in every open tab at once, and taken back", async ({
  page,
  card,
  serve,
  chromium,
}) => {
  const { origin } = await serve({ "/": { body: articlePage() } });
  const other = await chromium.context.newPage();
  await other.goto(origin);
  await expect.poll(() => words(other)).toContain("Sky News");
  await page.bringToFront();
  await page.goto(origin);
  await openCard(page, card, "Sky News");
  for (const choice of [
    /^Do not mark “Sky News” on 127/u,
    /^Do not mark “Sky News” anywhere/u,
    /^Organisations: mark none on 127/u,
    /^Organisations: mark none anywhere/u,
  ]) {
    await card.click("button", /^Mark less/u);
    await card.click("button", choice);
    // What remains is the light on the words whose card is open.
    await expect.poll(() => count(page, "Sky News")).toBe(1);
    expect((await words(page)).includes("NATO")).toBe(!choice.source.includes("Organisations"));
    await other.bringToFront();
    await expect.poll(() => words(other)).not.toContain("Sky News");
    await page.bringToFront();
    // The card is still there, to take it back.
    await expect.poll(async () => (await card.read())?.text).toContain("Not marked any more.");
    await card.click("button", /^Undo$/u);
    await expect.poll(() => count(page, "Sky News")).toBe(2);
    await card.click("button", /^Mark less/u);
  }
  await other.close();
});

test("settings go into a file and come back; a bad file is told line by line and changes nothing by itself", async ({
  chromium,
  page: options,
}) => {
  await options.goto(chromium.urlOf("options.html"));
  const setting = (key: string) => options.locator(`[data-setting="${key}"]`);
  const input = options.locator('input[type="file"]');
  const alert = options.getByRole("alert");
  await setting("theme").locator('input[value="light"]').check();
  await setting("siteRules").getByRole("textbox").fill("*.bücher.example https://a.org/x");
  await setting("siteRules").getByRole("button", { name: "Off there" }).click();
  await setting("muted").getByRole("combobox").selectOption("sky-news");
  const downloading = options.waitForEvent("download");
  await options.getByRole("button", { name: "Save as a file" }).click();
  const saved = readFileSync(await (await downloading).path(), "utf8");
  expect(saved).toBe(
    writeSettingsFile({
      ...defaultSettings,
      theme: "light",
      siteRules: [
        { pattern: "*.xn--bcher-kva.example", on: false },
        { pattern: "a.org", on: false },
      ],
      muted: [{ card: "sky-news" }],
    }),
  );

  const before = await chromium.storedSettings();
  for (const [content, reason] of [
    ["", "is empty."],
    ["PNG\0\0", "is not a text."],
    ["x".repeat(5_000_000), "is much longer than settings are."],
    [`${saved.slice(0, saved.indexOf("{", 2))}${"[".repeat(200_000)}`, "is not a file of settings of Context Cards."],
    ['{"bookmarks": []}', "is not a file of settings of Context Cards."],
    [saved.replace(/"settings": \{[\s\S]*\n {2}\}/u, '"settings": {"colour": 1}'), "holds nothing that can be used."],
  ] as const) {
    await input.setInputFiles(file("bad.json", content));
    await expect(alert).toContainText(`bad.json ${reason} All settings are as they were.`);
  }
  await input.setInputFiles(file("half.json", saved.replace('"light"', '"sepia"').replace("a.org", "a..org")));
  const themeLine = saved.slice(0, saved.indexOf('"theme"')).split("\n").length;
  await expect(alert).toContainText(`Line ${themeLine}, theme: must be one of system, page, light, dark.`);
  await expect(alert).toContainText("siteRules: this entry names no site, and is left out.");
  expect(await chromium.storedSettings()).toEqual(before);
  await options.getByRole("button", { name: "Leave all as it is" }).click();
  await expect(alert).toBeEmpty();
  expect(await chromium.storedSettings()).toEqual(before);

  await options.getByRole("button", { name: "Back to the first settings" }).click();
  await expect(setting("theme").locator('input[value="system"]')).toBeChecked();
  await expect(setting("siteRules").getByText("No rules: it is on everywhere.")).toBeVisible();
  await options.getByRole("button", { name: "Undo" }).click();
  await expect(setting("theme").locator('input[value="light"]')).toBeChecked();
  await expect(setting("siteRules")).toContainText("*.bücher.example");

  await input.setInputFiles(file("half.json", saved.replace('"light"', '"sepia"').replace("a.org", "a..org")));
  await options.getByRole("button", { name: "Use the rest" }).click();
  await expect(setting("siteRules").getByRole("listitem")).toHaveCount(1);
  await expect(setting("theme").locator('input[value="light"]')).toBeChecked();
  await options.getByRole("button", { name: "Undo" }).click();
  await expect(setting("siteRules").getByRole("listitem")).toHaveCount(2);
  await options.getByRole("button", { name: "Back to the first settings" }).click();
  await expect(setting("siteRules").getByRole("listitem")).toHaveCount(0);
  await input.setInputFiles(file("good.json", saved));
  await expect(options.getByText(/settings were taken from good\.json/u)).toBeVisible();
  await expect(setting("siteRules").getByRole("listitem")).toHaveCount(2);
});

test("the search narrows the settings down, and says how far", async ({ chromium, page: options }) => {
  await options.goto(chromium.urlOf("options.html"));
  const search = options.getByRole("searchbox", { name: "Search the settings" });
  await search.fill("tint");
  await expect(options.locator("[data-setting]")).toHaveCount(1);
  await expect(options.getByText("How marks look")).toBeVisible();
  const keyboard = options.getByRole("region", { name: "Keyboard" });
  const files = options.getByRole("region", { name: "All settings" });
  await expect(keyboard).toBeHidden();
  await search.fill("keys");
  await expect(keyboard).toBeVisible();
  await expect(files).toBeHidden();
  await search.fill("save as a file");
  await expect(files).toBeVisible();
  await expect(options.locator("[data-setting]")).toHaveCount(0);
  await expect(options.getByText("No setting has these words.")).toBeHidden();
  await search.fill("zzz");
  await expect(options.getByText("No setting has these words.")).toBeVisible();
  await search.fill("");
  await expect(options.locator("[data-setting]").first()).toBeVisible();
});

test("long lists, large text and a narrow window leave everything within the window", async ({
  chromium,
  page: options,
}) => {
  await options.setViewportSize({ width: 320, height: 640 });
  await options.goto(chromium.urlOf("options.html"));
  const long = Array.from({ length: 300 }, (_, number) => `*.a-rather-long-name-of-a-site-${number}.example.org`);
  const field = options.locator('[data-setting="siteRules"]');
  await field.getByRole("textbox").fill(long.join(" "));
  await field.getByRole("button", { name: "Off there" }).click();
  await expect(field.getByRole("listitem")).toHaveCount(300);
  await options.locator('[data-setting="textSize"]').getByRole("slider").press("End");
  for (const path of ["options.html", "welcome.html", "changes.html"]) {
    if (path !== "options.html") await options.goto(chromium.urlOf(path));
    await expect(options.getByRole("heading").first()).toBeVisible();
    await expect.poll(() => options.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
    expect(await options.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});
