import { expect, type Page } from "@playwright/test";
import { articlePage } from "../support/article-page.ts";
import type { CardReader } from "../support/card-reader.ts";
import { test } from "../support/extended-page.ts";
import { pointOf, serialise, visibleMarks } from "../support/reading.ts";
import { openCard } from "../support/using-cards.ts";

async function isClosed(page: Page, card: CardReader): Promise<boolean> {
  return (await card.read()) === undefined && (await page.locator("context-card-host").count()) === 0;
}

test.describe("the bundled article", () => {
  test.beforeEach(async ({ page, serve, chromium }) => {
    const server = await serve({ "/": { body: articlePage() } });
    await page.goto(server.origin);
    await expect.poll(async () => (await chromium.digestOf(page)).state).toBe("ready");
  });

  test("has its people and topics marked", async ({ page, chromium }) => {
    await expect
      .poll(async () => (await visibleMarks(page)).map((mark) => mark.words))
      .toEqual(expect.arrayContaining(["Zelensky", "NATO", "Volodymyr Zelensky", "Sky News", "security guarantees"]));
    const { entries } = await chromium.digestOf(page);
    expect(entries.length).toBeGreaterThanOrEqual(22);
    expect(entries[0]?.card).toBe("volodymyr-zelensky");
  });

  test("shows a card when the pointer rests on a name", async ({ page, card }) => {
    await openCard(page, card, "Crimea");
    const shown = await card.read();
    expect(shown?.headings).toEqual(expect.arrayContaining(["Crimea", "In the article", "Background", "Since then"]));
  });

  test("shows no card when the pointer passes over a name", async ({ page, card }) => {
    const { x, y } = await pointOf(page, "Sky News");
    await page.mouse.move(x - 300, y);
    await page.mouse.move(x + 300, y, { steps: 8 });
    await openCard(page, card, "ceasefire", "Ceasefire");
  });

  test("unfolds a citation to the quoted words and their source", async ({ page, card }) => {
    await openCard(page, card, "NATO umbrella");
    const before = await card.read();
    await card.click("button", /^Source 10:/u);
    await expect.poll(async () => (await card.read())?.links.length).toBeGreaterThan(before?.links.length ?? 0);
    const after = await card.read();
    expect(after?.text).toContain("should take under the NATO umbrella");
    expect(after?.text).toContain("Associated Press");
  });

  test("opens a related card inside the same card, with a way back", async ({ page, card }) => {
    await openCard(page, card, "Sky News");
    await card.click("button", /^Volodymyr Zelensky$/u);
    await expect.poll(async () => (await card.read())?.name).toBe("Volodymyr Zelensky");
    expect(await page.locator("context-card-host").count()).toBe(1);
    await card.click("button", /Sky News/u);
    await expect.poll(async () => (await card.read())?.name).toBe("Sky News");
  });

  test("puts the card away on Escape, and keeps the focus where it was", async ({ page, card }) => {
    await page.getByRole("link").first().focus();
    await openCard(page, card, "Crimea");
    await page.keyboard.press("Escape");
    await expect.poll(() => isClosed(page, card)).toBe(true);
    await expect(page.getByRole("link").first()).toBeFocused();
  });

  test("puts the card away on a click elsewhere", async ({ page, card }) => {
    await openCard(page, card, "Sky News");
    await page.mouse.click(20, 400);
    await expect.poll(() => isClosed(page, card)).toBe(true);
  });

  test("keeps the card while the pointer travels to it", async ({ page, card }) => {
    await openCard(page, card, "Sky News");
    const box = await card.box();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 20 });
    await card.click("button", /^Source 10:/u);
    await expect.poll(async () => (await card.read())?.links.length).toBeGreaterThan(0);
    expect((await card.read())?.name).toBe("Sky News");
  });

  test("has the same document as without the extension, before a card and after one", async ({ page, card, plain }) => {
    const bare = await plain.newPage();
    await bare.goto(page.url());
    const expected = await serialise(bare);
    await bare.close();
    await expect.poll(async () => (await visibleMarks(page)).length).toBeGreaterThan(10);
    expect(await serialise(page)).toBe(expected);
    await openCard(page, card, "Sky News");
    expect(await serialise(page)).not.toBe(expected);
    await page.keyboard.press("Escape");
    await expect.poll(() => isClosed(page, card)).toBe(true);
    expect(await serialise(page)).toBe(expected);
  });

  test("asks nothing of the network and leaves the console quiet", async ({ page, card, complaints, chromium }) => {
    const requests: string[] = [];
    chromium.context.on("request", (request) => requests.push(request.url()));
    await page.reload();
    await openCard(page, card, "Sky News");
    await card.click("button", /^Source 10:/u);
    // The source first, then the card.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect.poll(() => isClosed(page, card)).toBe(true);
    expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([page.url()]);
    expect(complaints).toEqual([]);
  });
});
