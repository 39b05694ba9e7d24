import { expect, type Page } from "@playwright/test";
import { articlePage } from "../support/article-page.ts";
import { test } from "../support/extended-page.ts";
import type { ExtendedChromium } from "../support/launch-chromium.ts";
import { html } from "../support/page-html.ts";
import { visibleMarks } from "../support/reading.ts";
import { openCard } from "../support/using-cards.ts";

interface Local {
  get(key: null): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
  QUOTA_BYTES: number;
}
interface Injection {
  target: { tabId: number };
  files: string[];
}
declare const chrome: {
  storage: { local: Local };
  scripting: { executeScript(injection: Injection): Promise<unknown> };
};

const marked = async (page: Page) => (await visibleMarks(page)).map(({ words }) => words);

function background(chromium: ExtendedChromium) {
  const [worker] = chromium.context.serviceWorkers();
  if (!worker) throw new Error("the background does not run");
  return worker;
}

test.describe("whatever is stored,", () => {
  for (const [what, settings] of [
    ["a text", "dark"],
    ["a list", [1, 2, 3]],
    [
      "values of the wrong kinds",
      { theme: 7, kinds: { person: 1 }, dwell: "long", sitesOff: "everywhere", values: [] },
    ],
    ["nothing but unknown keys", { __proto__x: 1, constructor: { prototype: 1 } }],
  ] as const) {
    test(`${what}: the page is marked, and the options are all there and can be saved`, async ({
      page,
      serve,
      chromium,
    }) => {
      await background(chromium).evaluate((stored) => chrome.storage.local.set({ settings: stored }), settings);
      await page.goto((await serve({ "/": { body: articlePage() } })).origin);
      await expect.poll(() => marked(page)).toContain("NATO");
      const options = await chromium.context.newPage();
      await options.goto(chromium.urlOf("options.html"));
      await options.getByRole("checkbox", { name: "Organisations" }).uncheck();
      await page.bringToFront();
      await expect.poll(() => marked(page)).not.toContain("NATO");
      await options.reload();
      await expect(options.getByRole("checkbox", { name: "Organisations" })).not.toBeChecked();
      await expect(options.getByRole("checkbox", { name: "People" })).toBeChecked();
      await options.close();
    });
  }

  test("too much of it: the options say that the change is not saved, and what was saved stays", async ({
    page,
    serve,
    chromium,
  }) => {
    const worker = background(chromium);
    const options = await chromium.context.newPage();
    await options.goto(chromium.urlOf("options.html"));
    await options.getByRole("checkbox", { name: "Topics" }).uncheck();
    const stored = () => worker.evaluate(async () => JSON.stringify((await chrome.storage.local.get(null)).settings));
    await expect.poll(stored).toContain("organisation");
    const before = await stored();
    // Leaves no room for one more word.
    await worker.evaluate(async () => {
      const { local } = chrome.storage;
      let size = local.QUOTA_BYTES;
      for (let at = 0; size > 0; at++) {
        await local.set({ [`junk${at}`]: "x".repeat(size) }).catch(() => undefined);
        size = Math.floor(size / 2);
      }
    });
    await options.getByRole("radio", { name: "Dark", exact: true }).check();
    await expect(options.getByText("The browser could not save this change")).toBeVisible();
    expect(await stored()).toBe(before);
    await page.goto((await serve({ "/": { body: articlePage() } })).origin);
    await expect.poll(() => marked(page)).toContain("Zelensky");

    await worker.evaluate(async () => {
      const keys = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith("junk"));
      for (const key of keys) await chrome.storage.local.remove(key);
    });
    await options.getByRole("radio", { name: "Light", exact: true }).check();
    await expect.poll(stored).toContain("light");
    await expect(options.getByText("Changes are saved at once")).toBeVisible();
    await options.close();
  });

  test("none of it any more, while pages are open: they go on by the defaults", async ({
    page,
    serve,
    chromium,
    card,
  }) => {
    await page.goto((await serve({ "/": { body: articlePage() } })).origin);
    await expect.poll(() => marked(page)).toContain("NATO");
    await background(chromium).evaluate(() => chrome.storage.local.clear());
    await openCard(page, card, "Sky News");
    await page.keyboard.press("Escape");
    expect(await marked(page)).toContain("NATO");
  });
});

test("a reader that was on its way to the document before, and comes without names, is in nobody's way", async ({
  page,
  serve,
  chromium,
}) => {
  await page.goto((await serve({ "/": html("<p>The ferry was late.</p>") })).origin);
  const tabId = await chromium.tabIdOf(page);
  await background(chromium).evaluate(
    (tab) => chrome.scripting.executeScript({ target: { tabId: tab }, files: ["/reader.js"] }),
    tabId,
  );
  await page.evaluate(() => document.body.append("Volodymyr Zelensky named Crimea."));
  await expect.poll(() => marked(page)).toEqual(["Volodymyr Zelensky", "Crimea"]);
});
