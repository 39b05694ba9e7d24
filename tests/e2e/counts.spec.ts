import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { sizesOf } from "../../bench/content-bytes.ts";
import budgets from "../../budgets.json" with { type: "json" };
import { articlePage } from "../support/article-page.ts";
import { test } from "../support/extended-page.ts";
import { restOn } from "../support/reading.ts";
import { openCard } from "../support/using-cards.ts";

/** The little of the extension API that is called in the background's world. */
interface Background {
  messages: string[];
  chrome: { runtime: { onMessage: { addListener(listener: (message: { name?: string }) => void): void } } };
}

test("what every page gets, and what pages with names get, is within its bytes", () => {
  const built = fileURLToPath(new URL("../../.output/chrome-mv3", import.meta.url));
  const { everyPage, withNames } = sizesOf(built);
  expect(everyPage).toBeLessThanOrEqual(budgets.contentScript.everyPage);
  expect(withNames).toBeLessThanOrEqual(budgets.contentScript.withNames);
});

test("of 9,000 mentions, those far from the window are not registered, wherever that is", async ({
  page,
  chromium,
  serve,
}) => {
  const line = "Vladimir Putin spoke, and Volodymyr Zelensky answered from Crimea.";
  const body = `<!doctype html><html lang="en"><body>${`<p>${line}</p>`.repeat(3000)}</body></html>`;
  const server = await serve({ "/": { body } });
  await page.goto(server.origin);
  const counted = async () => (await chromium.digestOf(page)).entries.reduce((sum, { count }) => sum + count, 0);
  await expect.poll(counted).toBe(9000);
  const registered = () =>
    page.evaluate(() => {
      const ranges = [...CSS.highlights].flatMap(([, all]) => [...(all as unknown as Iterable<AbstractRange>)]);
      const inView = ranges.filter(({ startContainer }) => {
        const box = startContainer.parentElement?.getBoundingClientRect();
        return box && box.bottom > 0 && box.top < innerHeight;
      });
      return { all: ranges.length, inView: inView.length > 0 };
    });
  for (const part of [0, 0.5, 1]) {
    await page.evaluate((at) => scrollTo(0, at * document.documentElement.scrollHeight), part);
    await expect.poll(async () => (await registered()).inView).toBe(true);
    await expect.poll(async () => (await registered()).all).toBeLessThanOrEqual(budgets.ranges.registeredOf9000);
  }
});

test("a card takes one message, and none when it opens again", async ({ page, card, chromium, serve }) => {
  const [worker] = chromium.context.serviceWorkers();
  if (!worker) throw new Error("the background does not run");
  await worker.evaluate(() => {
    const world = globalThis as unknown as Background;
    world.messages = [];
    world.chrome.runtime.onMessage.addListener(({ name }) => void world.messages.push(name ?? ""));
  });
  const messages = async () => {
    const all = await worker.evaluate(() => (globalThis as unknown as Background).messages);
    return all.filter((name) => name === "getCard");
  };
  const server = await serve({ "/": { body: articlePage() } });
  await page.goto(server.origin);
  await openCard(page, card, "Volodymyr Zelensky");
  expect(await messages()).toHaveLength(budgets.messages.perCard);
  // The same person, further down.
  await page.keyboard.press("Escape");
  await expect.poll(() => card.read()).toBeUndefined();
  await restOn(page, "Zelensky", 1);
  await expect.poll(async () => (await card.read())?.name).toBe("Volodymyr Zelensky");
  expect(await messages()).toHaveLength(budgets.messages.perCard);
});
