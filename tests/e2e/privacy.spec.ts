import { existsSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { articlePage } from "../support/article-page.ts";
import { createCardReader } from "../support/card-reader.ts";
import { type ExtendedChromium, launchExtendedChromium } from "../support/launch-chromium.ts";
import { readNetLog } from "../support/net-log.ts";
import { html } from "../support/page-html.ts";
import { restOn } from "../support/reading.ts";
import { type PageServer, type ServedPage, servePages } from "../support/serve-pages.ts";

const story = "<p>Volodymyr Zelensky spoke of NATO and Crimea.</p>";
const strict = { "content-security-policy": "default-src 'none'" };

/** A dozen pages of different kinds, each of which holds NATO. */
const pages: Record<string, ServedPage> = {
  "/article": { body: articlePage() },
  "/list": html(`<ul>${"<li>NATO and Ukraine</li>".repeat(40)}</ul>`),
  "/table": html("<table><tr><td>NATO</td><td>Vladimir Putin</td></tr></table>"),
  "/dialog": html(`${story}<dialog open>${story}</dialog>`),
  "/shadow": html(`${story}<div><template shadowrootmode=open>${story}</template></div>`),
  "/frames": html(`${story}<iframe srcdoc="<p>Crimea and NATO"></iframe><iframe src="/framed"></iframe>`),
  "/framed": html("<p>Vladimir Putin named Crimea.</p>"),
  "/live": html(`${story}<div id=feed></div><script>setInterval(() => feed.append("Sky News. "), 50)</script>`),
  "/hebrew": { body: "<!doctype html><html lang=he dir=rtl><link rel=icon href='data:,'><p>NATO, אוקראינה ורוסיה</p>" },
  "/chinese": { body: "<!doctype html><html lang=zh><link rel=icon href='data:,'><p>NATO 美国和乌克兰</p>" },
  "/strict": { ...html(story), headers: strict },
  "/plain": { body: "NATO and Ukraine, in plain text.", type: "text/plain; charset=utf-8" },
  "/form": html(`<form><input name=parentNode value=NATO>${story}</form>`),
};

let server: PageServer;
let chromium: ExtendedChromium;
let page: Page;

test("with every feature used on a dozen pages, nothing is asked for but the pages and the source that is followed", async () => {
  test.setTimeout(180_000);
  const netLog = test.info().outputPath("net-log.json");
  server = await servePages(pages);
  chromium = await launchExtendedChromium({ netLog });
  const own = new URL(chromium.urlOf("")).origin;
  page = await chromium.context.newPage();
  const card = await createCardReader(page);
  for (const path of Object.keys(pages).filter((one) => one !== "/framed")) {
    await page.goto(server.origin + path);
    const marks = () => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
    await expect.poll(marks, path).toBeGreaterThan(0);
    await restOn(page, "NATO");
    await expect.poll(async () => (await card.read())?.name, path).toBe("NATO");
    await card.click("button", /^Keep this card open$/u);
    await card.click("button", /^Source 1:/u);
    await card.click("button", /^Ukraine/u);
    await page.keyboard.press("Escape");
    await expect.poll(() => card.read()).toBeUndefined();
  }
  await page.goto(`${server.origin}/article`);
  await goThrough("popup.html");
  if (existsSync(".output/chrome-mv3/sidepanel.html")) await goThrough("sidepanel.html");
  await pressAll("options.html");
  if (existsSync(".output/chrome-mv3/welcome.html")) await pressAll("welcome.html");

  // The background may not ask, even where our code would: its policy forbids it.
  const [worker] = chromium.context.serviceWorkers();
  const answer = await worker?.evaluate(() => fetch("https://watched.example/").catch((error) => String(error)));
  expect(answer).toContain("Failed to fetch");

  await chromium.forgetSettings();
  await page.goto(`${server.origin}/table`);
  await restOn(page, "NATO");
  await expect.poll(async () => (await card.read())?.name).toBe("NATO");
  await card.click("button", /^Source 1:/u);
  const opened = chromium.context.waitForEvent("page");
  await card.click("link", /./u);
  const source = await opened;
  expect(await source.evaluate(() => [document.referrer, window.opener])).toEqual(["", null]);
  await page.evaluate(() => fetch("/from-the-page"));
  await chromium.context.close();
  await server.stop();

  const requests = readNetLog(netLog);
  const ofServer = requests.filter(({ url }) => url.startsWith(server.origin)).map(({ url }) => new URL(url).pathname);
  const ofPages = ofServer.filter((path) => path !== "/favicon.ico");
  expect([...new Set(ofPages)].sort()).toEqual([...Object.keys(pages), "/from-the-page"].sort());
  // What Chromium asks for itself has nobody who began it.
  const others = requests.filter(({ url, initiator }) => initiator !== undefined && !url.startsWith(server.origin));
  const [first, ...rest] = [...new Set(others.map(({ url }) => url).filter((url) => !url.startsWith(`${own}/`)))];
  expect(first).toMatch(/^https:\/\//u);
  expect(rest).toEqual([]);
  const begun = others.filter(({ url }) => url === first).map(({ initiator }) => initiator);
  expect(begun.every((initiator) => initiator === server.origin)).toBe(true);
  expect(requests.filter(({ url }) => url.includes("watched.example"))).toEqual([]);
});

/** Looks up, opens, jumps and goes back, switches the site off and on. */
async function goThrough(path: string): Promise<void> {
  const own = await chromium.context.newPage();
  const id = await chromium.tabIdOf(page);
  await own.goto(chromium.urlOf(`${path}?tab=${id}`));
  await own.getByRole("combobox").fill("Zelenski");
  await own.keyboard.press("Enter");
  await expect(own.getByRole("heading", { name: "Volodymyr Zelensky" })).toBeVisible();
  await own.reload();
  await own
    .getByRole("button", { name: /^Next mention of/u })
    .first()
    .click();
  await own.getByRole("switch").first().click();
  await own.getByRole("switch").first().click();
  await own.close();
}

/** Presses and changes all that there is to be pressed or changed. */
async function pressAll(path: string): Promise<void> {
  const own = await chromium.context.newPage();
  await own.goto(chromium.urlOf(path));
  for (const control of await own.locator("input:not([type=file]), textarea, select").all()) {
    if (!(await control.isVisible())) continue;
    const kind = await control.evaluate((element) => element.getAttribute("type") ?? element.localName);
    if (kind === "checkbox" || kind === "radio") await control.click({ force: true });
    else if (kind === "range") await control.press("ArrowRight");
    else if (kind === "select") await control.selectOption({ index: 1 });
    else await control.fill("example.org");
  }
  await own.close();
}
