import { expect, type Page } from "@playwright/test";
import { articlePage } from "./article-page.ts";
import type { CardReader } from "./card-reader.ts";
import type { ExtendedChromium } from "./launch-chromium.ts";
import { pointOf, restOn, visibleMarks } from "./reading.ts";
import type { PageServer, ServedPage } from "./serve-pages.ts";

/** Opens the article, and waits until its names are marked. */
export async function openArticle(
  page: Page,
  serve: (pages: Record<string, ServedPage>) => Promise<PageServer>,
): Promise<void> {
  await page.goto((await serve({ "/": { body: articlePage() } })).origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBeGreaterThan(10);
}

/** Rests on the words, once they are there and marked, until their card is open. */
export async function openCard(page: Page, card: CardReader, words: string, title = words): Promise<void> {
  const marked = async () => {
    // Into view, where they are marked.
    await pointOf(page, words).catch(() => undefined);
    return (await visibleMarks(page)).map((mark) => mark.words);
  };
  await expect.poll(marked).toContain(words);
  await restOn(page, words);
  await expect.poll(async () => (await card.read())?.name).toBe(title);
}

/** Opens the card, goes to it, unfolds a citation by a click and folds it again: it is not only seen, it can be used. */
export async function expectUsable(page: Page, card: CardReader, words: string, title = words): Promise<void> {
  await openCard(page, card, words, title);
  const before = (await card.read())?.links.length ?? 0;
  await card.click("button", /^Source 1:/u);
  await expect.poll(async () => (await card.read())?.links.length).toBeGreaterThan(before);
  await card.click("button", /^Source 1:/u);
  await expect.poll(async () => (await card.read())?.links.length).toBe(before);
}

/** No card is open, and nothing of one is left. */
export async function expectNoCard(page: Page, card: CardReader): Promise<void> {
  await expect.poll(() => card.read()).toBeUndefined();
  await expect(page.locator("context-card-host")).toHaveCount(0);
}

/** Counts from now on how often a card's host was added anywhere in the page. */
export async function countHosts(page: Page): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle(() => {
    const counted = { hosts: 0 };
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node.nodeName === "CONTEXT-CARD-HOST") counted.hosts += 1;
    }).observe(document, { childList: true, subtree: true });
    return counted;
  });
  return () => counter.evaluate(({ hosts }) => hosts);
}

/** Stores one setting as the options page does; all are put back after the test. */
export async function setSetting(chromium: ExtendedChromium, key: string, value: unknown): Promise<void> {
  const [worker] = chromium.context.serviceWorkers();
  if (!worker) throw new Error("the background does not run");
  await worker.evaluate(
    (settings) => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { set(items: object): Promise<void> } } };
      };
      return chrome.storage.local.set({ settings });
    },
    { [key]: value },
  );
}
