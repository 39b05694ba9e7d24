import { test as base, expect } from "@playwright/test";
import type { Page } from "puppeteer-core";
import { type LivingChromium, launchLivingChromium } from "../support/launch-living-chromium.ts";
import { restOn, visibleMarks } from "../support/reading.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";

const names = ["Volodymyr Zelensky", "Crimea"];

const pages = {
  "/": { body: html("<p>Volodymyr Zelensky named Crimea.</p>") },
  "/other": { body: html("<p>Vladimir Putin named NATO.</p>") },
  "/many": {
    body: html(
      "<p>Volodymyr Zelensky named Crimea; Vladimir Putin, Donald Trump, NATO and Luhansk were named too.</p>",
    ),
  },
  "/frames": {
    body: html(`<p>Volodymyr Zelensky named Crimea.</p><iframe src="/other"></iframe>
      <iframe srcdoc="<p>Volodymyr Zelensky named NATO.</p>"></iframe><iframe sandbox src="/other"></iframe>`),
  },
  "/links": {
    body: html(`<p>Volodymyr Zelensky named Crimea.</p><a href="/linked">on</a><script type="speculationrules">
      {"prerender": [{"urls": ["/linked"], "eagerness": "immediate"}]}</script>`),
  },
  "/linked": {
    body: html(`<p>Volodymyr Zelensky named Crimea.</p><script>
      const tell = () => {
        const sizes = [...CSS.highlights.values()].map(({ size }) => size);
        if (Math.max(0, ...sizes) === 2) fetch("/marked");
        else requestAnimationFrame(tell);
      };
      document.addEventListener("prerenderingchange", () => {
        fetch("/marks-before-" + CSS.highlights.size);
        tell();
      });
      addEventListener("load", () => document.prerendering && fetch("/prerendered"));</script>`),
  },
  "/prerendered": { body: "" },
  "/marks-before-0": { body: "" },
  "/marked": { body: "" },
};

function html(body: string, icon = '<link rel="icon" href="data:,">'): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${icon}</head><body>${body}</body></html>`;
}

const test = base.extend<{ chromium: LivingChromium; tab: Page; server: PageServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture depends on
  chromium: async ({}, use) => {
    const chromium = await launchLivingChromium();
    await use(chromium);
    await chromium.close();
  },
  tab: async ({ chromium }, use) => use(await chromium.newTab()),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture depends on
  server: async ({}, use) => {
    const server = await servePages(pages);
    await use(server);
    await server.stop();
  },
});

test.afterEach(async ({ chromium }) => expect(await chromium.complaints()).toEqual([]));

const wordsOf = async (page: Page) => (await visibleMarks(page)).map(({ words }) => words);
const hostsOf = (page: Page) => page.$$eval("context-card-host", (hosts) => hosts.length);

/** Rests on a name as a reader does who has just come to the page, and finds its one card. */
async function expectCard(chromium: LivingChromium, page: Page, name = "Crimea"): Promise<void> {
  const card = await chromium.cardsOf(page);
  await restOn(page, name);
  await expect.poll(async () => (await card.read())?.name).toBe(name);
  expect(await hostsOf(page)).toBe(1);
}

/** Not at once: the driver takes it for a failure when the document goes before it has its answer. */
const goBack = (page: Page) => page.evaluate(() => void setTimeout(() => history.back()));

/** All that can be found of the extension in a page: highlights, hosts, listeners of window and document in its worlds. */
async function tracesOf(page: Page) {
  const session = await page.createCDPSession();
  const worlds: number[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension://")) worlds.push(context.id);
  });
  // Tells of all that exist already, those of earlier versions too.
  await session.send("Runtime.enable");
  let listeners = 0;
  for (const contextId of worlds) {
    for (const expression of ["window", "document"]) {
      const { result } = await session.send("Runtime.evaluate", { expression, contextId });
      const found = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
      listeners += found.listeners.length;
    }
  }
  await session.detach();
  const highlights = await page.evaluate(() => [...CSS.highlights.keys()]);
  return { listeners, highlights, hosts: await hostsOf(page) };
}

const noTrace = { listeners: 0, highlights: [], hosts: 0 };

test("a page kept for the way back comes back with its marks and its cards, and by the settings of now", async ({
  chromium,
  tab,
  server,
}) => {
  await openStory(chromium, tab, server);
  await tab.evaluate(() => {
    let kept = 0;
    addEventListener("pageshow", ({ persisted }) => Object.assign(window, { kept: persisted ? ++kept : 0 }));
  });
  await expectCard(chromium, tab);
  const back = async (time: number) => {
    await goBack(tab);
    await tab.waitForFunction((wanted) => (window as { kept?: number }).kept === wanted, {}, time);
    expect(await hostsOf(tab)).toBe(0);
  };
  await tab.goto(`${server.origin}/other`);
  await back(1);
  expect(await wordsOf(tab)).toEqual(names);
  await expectCard(chromium, tab);
  await tab.goto(`${server.origin}/other`);
  await expect.poll(() => wordsOf(tab)).toEqual(["Vladimir Putin", "NATO"]);
  await chromium.saveSettings({ siteRules: [{ pattern: "127.0.0.1", on: false }] });
  await expect.poll(() => wordsOf(tab)).toEqual([]);
  await back(2);
  await expect.poll(() => wordsOf(tab)).toEqual([]);
});

test("a page with frames that is kept for the way back comes back with the marks of all of them", async ({
  chromium,
  tab,
  server,
}) => {
  await openFrames(chromium, tab, server);
  await tab.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => Object.assign(window, { persisted }));
  });
  await tab.goto(`${server.origin}/many`);
  await expect.poll(() => wordsOf(tab)).toContain("Luhansk");
  await goBack(tab);
  await tab.waitForFunction(() => (window as { persisted?: boolean }).persisted === true);
  // The driver loses sight of the frames; the page does not, but for the one that is sandboxed.
  const marked = () =>
    tab.evaluate(() =>
      [window, ...[0, 1].map((index) => window[index] as typeof window)].map((frame) =>
        [...frame.CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
      ),
    );
  await expect.poll(marked).toEqual([2, 2, 2]);
  await expectCard(chromium, tab);
});

test("a page that was left while the extension was replaced comes back with its marks and its cards", async ({
  chromium,
  tab,
  server,
}) => {
  await openStory(chromium, tab, server);
  const before = await tracesOf(tab);
  expect(before.listeners).toBeGreaterThan(0);
  await tab.goto(`${server.origin}/other`);
  await expect.poll(() => wordsOf(tab)).toEqual(["Vladimir Putin", "NATO"]);
  await chromium.install();
  await goBack(tab);
  // Kept or loaded anew, as the browser pleases.
  await expect.poll(() => wordsOf(tab).catch(() => [])).toEqual(names);
  await expectCard(chromium, tab);
  await tab.keyboard.press("Escape");
  await expect.poll(() => tracesOf(tab)).toEqual(before);
});

test("a prerendered page is left alone until it is shown, and marked then", async ({ chromium, server }) => {
  await chromium.install();
  // Nobody listens to this one yet: then the browser would not prerender.
  const tab = await chromium.browser.newPage();
  await tab.goto(`${server.origin}/links`);
  await expect.poll(() => server.requests).toContain("/prerendered");
  // By then the other would have been read long ago.
  await expect.poll(() => wordsOf(tab)).toEqual(names);
  await tab.click("a");
  // The driver may lose the tab as the pages change places: the page tells by itself.
  await expect.poll(() => server.requests).toContain("/marked");
  expect(server.requests).toContain("/marks-before-0");
});

test("a tab behind others is left alone until it is seen", async ({ chromium, tab, server }) => {
  await chromium.install();
  const behind = await chromium.newTab({ background: true });
  await behind.goto(server.origin);
  expect(await behind.evaluate(() => document.visibilityState)).toBe("hidden");
  await tab.goto(server.origin);
  await expectCard(chromium, tab);
  expect(await behind.evaluate(() => CSS.highlights.size)).toBe(0);
  await behind.bringToFront();
  await expect.poll(() => wordsOf(behind)).toEqual(names);
  await expectCard(chromium, behind);
});

test("a background that was ended, or is being ended at that moment, brings the next card", async ({
  chromium,
  tab,
  server,
}) => {
  await chromium.install();
  await tab.goto(`${server.origin}/many`);
  const many = ["Volodymyr Zelensky", "Crimea", "Vladimir Putin", "Donald Trump", "NATO", "Luhansk"];
  await expect.poll(() => wordsOf(tab)).toEqual(many);
  for (const name of many.slice(0, 2)) {
    await chromium.stopBackground();
    await expectCard(chromium, tab, name);
    await tab.keyboard.press("Escape");
  }
  for (const name of many.slice(2)) {
    await Promise.all([chromium.stopBackground(), expectCard(chromium, tab, name)]);
    await tab.keyboard.press("Escape");
  }
});

test("installed, it marks the tabs that are open, with their frames; the browser's own pages are passed over", async ({
  chromium,
  tab,
  server,
}) => {
  const own = await chromium.newTab();
  await own.goto("chrome://version");
  await tab.bringToFront();
  await tab.goto(`${server.origin}/frames`);
  await chromium.install();
  await expectFramesMarked(tab);
  await expectCard(chromium, tab);
});

for (const [done, act] of [
  ["reloaded", (chromium: LivingChromium) => chromium.reload()],
  ["updated", (chromium: LivingChromium) => chromium.install()],
  ["updated in its sleep", updateAsleep],
] as const) {
  test(`${done} while a card is open, it takes the tab over: one set of marks, one card`, async ({
    chromium,
    tab,
    server,
  }) => {
    await openFrames(chromium, tab, server);
    const before = await tracesOf(tab);
    await expectCard(chromium, tab);
    await act(chromium);
    await expect.poll(() => hostsOf(tab)).toBe(0);
    await expectFramesMarked(tab);
    await expectCard(chromium, tab);
    await tab.keyboard.press("Escape");
    await expect.poll(() => tracesOf(tab)).toEqual(before);
  });
}

test("disabled, it leaves no trace, untouched; enabled, it is back", async ({ chromium, tab, server }) => {
  await openStory(chromium, tab, server);
  await expectCard(chromium, tab);
  await chromium.setEnabled(false);
  await expect.poll(() => tracesOf(tab)).toEqual(noTrace);
  await chromium.setEnabled(true);
  await expect.poll(() => wordsOf(tab)).toEqual(names);
  await expectCard(chromium, tab);
});

test("removed, it leaves no trace, in tabs behind others neither", async ({ chromium, tab, server }) => {
  await openStory(chromium, tab, server);
  const front = await chromium.newTab();
  await front.goto(server.origin);
  await expect.poll(() => wordsOf(front)).toEqual(names);
  await chromium.remove();
  await expect.poll(() => tracesOf(front)).toEqual(noTrace);
  await tab.bringToFront();
  await expect.poll(() => tracesOf(tab)).toEqual(noTrace);
});

async function updateAsleep(chromium: LivingChromium): Promise<void> {
  await chromium.stopBackground();
  await chromium.install();
}

/** Installs the extension, opens a page, and waits until it is marked. */
async function openStory(chromium: LivingChromium, tab: Page, server: PageServer): Promise<void> {
  await chromium.install();
  await tab.goto(server.origin);
  await expect.poll(() => wordsOf(tab)).toEqual(names);
}

/** The same with a page that has frames. */
async function openFrames(chromium: LivingChromium, tab: Page, server: PageServer): Promise<void> {
  await chromium.install();
  await tab.goto(`${server.origin}/frames`);
  await expectFramesMarked(tab);
}

async function expectFramesMarked(page: Page): Promise<void> {
  const marked = () =>
    Promise.all(
      page
        .frames()
        .map((frame) =>
          frame.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)),
        ),
    );
  await expect.poll(marked).toEqual([2, 2, 2, 2]);
}
