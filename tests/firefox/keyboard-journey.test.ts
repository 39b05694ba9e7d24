import { afterAll, expect, test } from "vitest";
import { articlePage } from "../support/article-page.ts";
import { createFirefoxCardReader } from "../support/firefox-card-reader.ts";
import { clipboardOf, giveCommand } from "../support/firefox-own-pages.ts";
import { openFirefoxPage } from "../support/open-firefox-page.ts";
import { visibleMarks } from "../support/reading.ts";

const patience = { timeout: 15_000, interval: 100 };

const { browser, page, close } = await openFirefoxPage({ "/": { body: articlePage() } });
afterAll(close);

/** The words that the keyboard has led to. */
const lit = () =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get("context-card-active") ?? [])] as unknown as StaticRange[];
    return range?.startContainer.nodeValue?.slice(range.startOffset, range.endOffset);
  });

test("by keyboard alone from name to name, into the card, to a source, through a related card, and out", async () => {
  const card = createFirefoxCardReader(page);
  const tabTo = async (name: RegExp, keys: "forwards" | "backwards" = "forwards") => {
    for (let steps = 0; !name.test((await card.focused()) ?? ""); steps++) {
      if (steps > 60) throw new Error(`Tab leads past ${name}`);
      if (keys === "backwards") await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      if (keys === "backwards") await page.keyboard.up("Shift");
    }
  };
  const marked = async () => (await visibleMarks(page)).map((mark) => mark.words);
  await expect.poll(marked, patience).toEqual(expect.arrayContaining(["Sky News", "NATO umbrella"]));
  const words = await marked();
  for (const expected of words.slice(0, words.indexOf("Sky News") + 2)) {
    await giveCommand(browser, page, "next-mention");
    await expect.poll(lit, patience).toBe(expected);
  }
  await giveCommand(browser, page, "previous-mention");
  await expect.poll(lit, patience).toBe("Sky News");

  await giveCommand(browser, page, "open-card");
  await expect.poll(() => card.focused(), patience).toBe("Sky News");
  await tabTo(/^Source 1:/u);
  const folded = (await card.text())?.length ?? 0;
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await card.text())?.length, patience).toBeGreaterThan(folded);
  await tabTo(/^Copy citation$/u);
  await page.keyboard.press("Enter");
  await expect.poll(() => card.text(), patience).toContain("Copied");
  const citation = await clipboardOf(browser);
  expect(citation).toMatch(/^“.+” .+ https:\/\/\S+$/u);
  await page.keyboard.press("Escape");
  await expect.poll(() => card.focused(), patience).toMatch(/^Source 1:/u);

  await tabTo(/^Volodymyr Zelensky$/u);
  await page.keyboard.press("Enter");
  await expect.poll(() => card.text(), patience).toContain("President of Ukraine");
  await page.keyboard.press("Escape");
  await expect.poll(() => card.focused(), patience).toBe("Volodymyr Zelensky");
  await tabTo(/^Copy card$/u);
  await page.keyboard.press("Enter");
  await expect.poll(() => clipboardOf(browser), patience).toMatch(/^Sky News\n/u);
  expect(await clipboardOf(browser)).toContain(`\n[1] ${citation}\n`);

  await page.keyboard.press("Escape");
  await expect.poll(() => card.text(), patience).toBeUndefined();
  await expect.poll(lit, patience).toBe("Sky News");
  await giveCommand(browser, page, "close-card");
  await expect.poll(lit, patience).toBeUndefined();
});
