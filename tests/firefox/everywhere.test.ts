import type { Browser, Frame, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createFirefoxCardReader } from "../support/firefox-card-reader.ts";
import { launchFirefox } from "../support/launch-firefox.ts";
import { markedLines } from "../support/marks-anywhere.ts";
import { restAt } from "../support/reading.ts";
import { type PageServer, type ServedPage, servePages } from "../support/serve-pages.ts";

const patience = { timeout: 15_000, interval: 100 };
const story = "<p>Volodymyr Zelensky named Crimea.</p>";

const html = (body: string): ServedPage => ({
  body: `<!doctype html><html lang=en><meta charset=utf-8><title>A page</title><body>${body}</body></html>`,
});

const closed = `<div id=host></div><script>
  const root = host.attachShadow({ mode: "closed" });
  root.innerHTML = "${story}";
  const sheets = () => root.adoptedStyleSheets.length;
</script>`;

let server: PageServer;
let browser: Browser;
let plain: Browser;
let page: Page;

beforeAll(async () => {
  server = await servePages({
    "/open": html(`<div id=host><template shadowrootmode=open>${story}</template></div>`),
    "/closed": html(closed),
    "/late": html("<p>Volodymyr Zelensky</p><div id=host>Nothing yet.</div>"),
    "/columns": html(`<div style="writing-mode: vertical-rl; inline-size: 600px">${story}</div>`),
    "/unselectable": html(`<div style="user-select: none">${story}</div>`),
    "/initial": html(
      "<style>p::first-letter { float: left; font-size: 60px }</style><p>Crimea was named by Volodymyr Zelensky.</p>",
    ),
    "/turned": html(`<div style="transform: rotate(-20deg); margin: 200px">${story}</div>`),
    "/covered": html(`<article style="position: relative">${story}<a href="/open" aria-label="More"
      style="position: absolute; inset: 0"></a></article>`),
    "/srcdoc": html(`<iframe width=800 height=600 srcdoc="${story}"></iframe>`),
    "/sandboxed": html('<iframe width=800 height=600 sandbox src="/open"></iframe>'),
    "/text": { type: "text/plain; charset=utf-8", body: "Volodymyr Zelensky named Crimea." },
    "/xhtml": {
      type: "application/xhtml+xml",
      body: `<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>X</title></head><body>${story}</body></html>`,
    },
  });
  browser = await launchFirefox({ extended: true });
  plain = await launchFirefox({ extended: false });
});

afterAll(async () => {
  await browser?.close();
  await plain?.close();
  await server?.stop();
});

beforeEach(async () => {
  page = await browser.newPage();
});

afterEach(() => page?.close());

async function lineOf(words: string, frame: Frame = page.mainFrame()) {
  await expect.poll(() => markedLines(frame, words), patience).toBeTruthy();
  const [line] = (await markedLines(frame, words)) ?? [];
  if (!line) throw new Error(`“${words}” has no line`);
  return line;
}

async function expectCard(words: string): Promise<void> {
  const { x, y, width, height } = await lineOf(words);
  await restAt(page, { x: x + width / 2, y: y + height / 2 });
  await expect.poll(() => createFirefoxCardReader(page).text(), patience).toContain("In the article");
}

/** A picture of the words, whose line is measured where they are marked. */
async function pictureOf(of: Page, { x, y, width, height }: Awaited<ReturnType<typeof lineOf>>): Promise<string> {
  return of.screenshot({ clip: { x: x - 4, y: y - 4, width: width + 8, height: height + 8 }, encoding: "base64" });
}

test.each(["/open", "/closed"])("marks in a shadow root can be seen: %s", async (path) => {
  const bare = await plain.newPage();
  await bare.goto(server.origin + path);
  await page.goto(server.origin + path);
  const line = await lineOf("Crimea");
  const beside = { ...line, x: line.x + 300 };
  expect(await pictureOf(page, beside)).toBe(await pictureOf(bare, beside));
  await expect.poll(async () => pictureOf(page, line), patience).not.toBe(await pictureOf(bare, line));
  await bare.close();
  await expectCard("Crimea");
});

test("a shadow root that is attached after its host was read is marked, and shows its card", async () => {
  await page.goto(`${server.origin}/late`);
  await lineOf("Volodymyr Zelensky");
  await page.evaluate(() => {
    const root = document.querySelector("#host")?.attachShadow({ mode: "closed" });
    if (root) root.innerHTML = "<p>He named Crimea.</p>";
  });
  await expectCard("Crimea");
});

test("marks in a shadow root stay styled when the page sets its style sheets anew", async () => {
  await page.goto(`${server.origin}/closed`);
  await lineOf("Crimea");
  const sheets = () => page.evaluate("sheets()");
  expect(await sheets()).toBe(1);
  await page.evaluate("root.adoptedStyleSheets = []; root.firstChild.append(' Sky News followed.')");
  await lineOf("Sky News");
  expect(await sheets()).toBe(1);
});

test.each(["/columns", "/unselectable", "/initial", "/turned", "/covered", "/text", "/xhtml"])(
  "words are marked, and show their card: %s",
  async (path) => {
    await page.goto(server.origin + path);
    await expectCard("Crimea");
  },
);

test.each(["/srcdoc", "/sandboxed"])("words in a frame are marked: %s", async (path) => {
  await page.goto(server.origin + path);
  const frame = await (await page.waitForSelector("iframe"))?.contentFrame();
  if (!frame) throw new Error("the frame has no document");
  await lineOf("Crimea", frame);
});
