import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { articlePage } from "../support/article-page.ts";
import { type CardReader, createCardReader } from "../support/card-reader.ts";
import { giveCommand } from "../support/give-command.ts";
import { type ExtendedChromium, launchExtendedChromium } from "../support/launch-chromium.ts";
import { readNetLog } from "../support/net-log.ts";
import { html } from "../support/page-html.ts";
import { restOn } from "../support/reading.ts";
import { type PageServer, type ServedPage, servePages } from "../support/serve-pages.ts";
import { expectNoCard, openCard } from "../support/using-cards.ts";

/** The little of the extension API that the browser's own parts would use. */
interface ExtensionApi {
  omnibox: {
    onInputChanged: { dispatch(text: string, suggest: (found: object[]) => void): void };
    onInputEntered: { dispatch(text: string, where: string): void };
  };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
}
declare const chrome: ExtensionApi;

const story = "<p>Volodymyr Zelensky spoke of NATO and Crimea.</p>";
const strict = { "content-security-policy": "default-src 'none'" };
const icon = "<link rel=icon href='data:,'>";

/** A dozen pages of different kinds, each of which holds NATO. */
const pages: Record<string, ServedPage> = {
  "/article": { body: articlePage() },
  "/list": html(`<ul>${"<li>NATO and Ukraine</li>".repeat(40)}</ul>`),
  "/table": html("<table><tr><td>NATO</td><td>Vladimir Putin</td></tr></table>"),
  "/dialog": html(`${story}<dialog open>${story}</dialog>`),
  "/shadow": html(`${story}<div><template shadowrootmode=open>${story}</template></div>`),
  "/frames": html(`${story}<iframe srcdoc="<p>Crimea and NATO"></iframe><iframe src="/framed"></iframe>`),
  "/live": html(`${story}<div id=feed></div><script>setInterval(() => feed.append("Sky News. "), 50)</script>`),
  "/hebrew": { body: `<!doctype html><html lang=he dir=rtl>${icon}<p>NATO, אוקראינה ורוסיה</p>` },
  "/chinese": { body: `<!doctype html><html lang=zh>${icon}<p>NATO 美国和乌克兰</p>` },
  "/strict": { ...html(story), headers: strict },
  "/plain": { body: "NATO and Ukraine, in plain text.", type: "text/plain; charset=utf-8" },
  "/form": html(`<form><input name=parentNode value=NATO>${story}</form>`),
};
const framed = { "/framed": html("<p>Vladimir Putin named Crimea.</p>"), "/weather": html("<p>Rain, and wind.</p>") };

const packSources = readFileSync("data/packs/zelensky-nato-umbrella/sources.json", "utf8");
const sources: { url: string }[] = Object.values(JSON.parse(packSources));

let server: PageServer;
let chromium: ExtendedChromium;
let page: Page;
let card: CardReader;

test("with every feature used on a dozen pages, nothing is asked for but the pages and the source that is followed", async () => {
  test.setTimeout(240_000);
  const netLog = test.info().outputPath("net-log.json");
  server = await servePages({ ...pages, ...framed });
  chromium = await launchExtendedChromium({ netLog });
  const own = new URL(chromium.urlOf("")).origin;
  page = await chromium.context.newPage();
  card = await createCardReader(page);
  await page.goto(`${server.origin}/weather`);
  for (const path of Object.keys(pages)) await readCards(path);
  await giveCommands();
  await goThroughList("popup.html");
  await goThroughList("sidepanel.html");
  await lookUp();
  await changeEverything();
  for (const path of ["welcome.html", "changes.html"]) await withOwnPage(path, async () => {});
  await followSource();

  // The log is watched, too: it tells of a page's request, and of none by the background, which its policy forbids.
  await page.evaluate(() => fetch("/from-the-page"));
  const refused = chromium.background.evaluate(() => fetch("https://watched.example/").catch(String));
  expect(await refused).toContain("Failed to fetch");
  await chromium.context.close();
  await server.stop();

  const requests = readNetLog(netLog).filter(({ url }) => !url.startsWith("data:"));
  const ofServer = requests.filter(({ url }) => url.startsWith(server.origin)).map(({ url }) => new URL(url).pathname);
  const ofPages = ofServer.filter((path) => path !== "/favicon.ico");
  expect([...new Set(ofPages)].sort()).toEqual([...Object.keys({ ...pages, ...framed }), "/from-the-page"].sort());
  // What Chromium asks for by itself has nobody who began it, and goes to its maker.
  const isChromiums = ({ url, initiator }: (typeof requests)[number]) =>
    initiator === undefined && /(?:^|\.)(?:google|googleapis|gstatic|gvt1)\.com$/u.test(new URL(url).hostname);
  const others = requests.filter(
    (request) => !request.url.startsWith(server.origin) && !request.url.startsWith(`${own}/`) && !isChromiums(request),
  );
  const asked = [...new Set(others.map(({ url, initiator }) => `${url.split("#")[0]} for ${initiator}`))];
  expect(asked).toHaveLength(1);
  expect(sources.map(({ url }) => `${url.split("#")[0]} for ${server.origin}`)).toContain(asked[0]);
});

async function withOwnPage(path: string, use: (own: Page) => Promise<void>): Promise<void> {
  const own = await chromium.context.newPage();
  await own.goto(chromium.urlOf(path));
  await expect(own.locator("h1").first()).not.toBeEmpty();
  await use(own);
  await own.close();
}

/** Run in the page, whose marks may be in a shadow tree. */
function isNatoMarked(): boolean {
  const ranges = [...CSS.highlights.values()].flatMap((marks) => [...(marks as unknown as Iterable<AbstractRange>)]);
  return ranges.some(
    ({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset) === "NATO",
  );
}

/** From a name to its card, a source, a related card and back. */
async function readCards(path: string): Promise<void> {
  await page.goto(server.origin + path);
  await expect.poll(() => page.evaluate(isNatoMarked), path).toBe(true);
  await restOn(page, "NATO");
  await expect.poll(async () => (await card.read())?.name, path).toBe("NATO");
  await card.click("button", /^Keep this card open$/u);
  await card.click("button", /^Source 1:/u);
  await card.click("button", /^Copy card/u);
  await card.click("button", /^Ukraine/u);
  await expect.poll(async () => (await card.read())?.name).toMatch(/^Ukraine/u);
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await card.read())?.name).toBe("NATO");
  // With a source unfolded, one press folds it.
  while ((await card.read()) !== undefined) await page.keyboard.press("Escape");
  await expectNoCard(page, card);
}

async function giveCommands(): Promise<void> {
  await page.goto(`${server.origin}/article`);
  await expect.poll(async () => (await chromium.digestOf(page)).state).toBe("ready");
  await giveCommand(chromium, page, "next-mention");
  await giveCommand(chromium, page, "open-card");
  await expect.poll(async () => (await card.read())?.name).toBe("Volodymyr Zelensky");
  await giveCommand(chromium, page, "close-card");
  await expectNoCard(page, card);
}

/** Looks up, opens, jumps and goes back, switches the site off and on. */
async function goThroughList(path: string): Promise<void> {
  const id = await chromium.tabIdOf(page);
  await withOwnPage(`${path}?tab=${id}`, async (own) => {
    await own.getByRole("combobox").fill("Zelenski");
    await own.keyboard.press("Enter");
    await expect(own.getByRole("heading", { name: "Volodymyr Zelensky" })).toBeVisible();
    await own.goto(chromium.urlOf(`${path}?tab=${id}`));
    await own.getByRole("button", { name: /^Next mention of Crimea/u }).click();
    await own.getByRole("button", { name: "Back to where you were" }).click();
    for (const state of ["off", "ready"]) {
      await own.getByRole("switch").first().click();
      await expect.poll(async () => (await chromium.digestOf(page)).state).toBe(state);
    }
  });
}

/** In the address bar, and what is selected: where the page cannot show it, too. */
async function lookUp(): Promise<void> {
  const id = await chromium.tabIdOf(page);
  await page.evaluate(() => document.getSelection()?.selectAllChildren(document.querySelector("h1") ?? document.body));
  await chromium.background.evaluate(
    (tab) =>
      chrome.contextMenus.onClicked.dispatch(
        { menuItemId: "look-up-selection", selectionText: "Crimea", frameId: 0 },
        { id: tab },
      ),
    id,
  );
  await expect.poll(async () => (await card.read())?.name).toBe("Crimea");
  const opened = chromium.context.waitForEvent("page");
  await chromium.background.evaluate(async () => {
    await new Promise((resolve) => chrome.omnibox.onInputChanged.dispatch("zelen", resolve));
    chrome.omnibox.onInputEntered.dispatch("Crimea", "newForegroundTab");
  });
  const cardPage = await opened;
  await expect(cardPage.getByRole("heading", { name: "Crimea", exact: true })).toBeVisible();
  await cardPage.close();
}

/** Changes all that there is to be changed, by its own control, and has the settings saved as a file. */
async function changeEverything(): Promise<void> {
  await withOwnPage("options.html", async (own) => {
    for (const control of await own.locator("[data-setting] :is(input, textarea, select)").all()) {
      if (!(await control.isVisible())) continue;
      const kind = await control.evaluate((element) => element.getAttribute("type") ?? element.localName);
      if (kind === "checkbox" || kind === "radio") await control.click({ force: true });
      else if (kind === "range") await control.press("ArrowRight");
      else if (kind === "select") await control.selectOption({ index: 1 });
      else await control.fill("example.org");
    }
    const downloading = own.waitForEvent("download");
    await own.getByRole("button", { name: "Save as a file" }).click();
    await own.locator('input[type="file"]').setInputFiles(await (await downloading).path());
    await own.getByRole("button", { name: "Back to the first settings" }).click();
  });
  await chromium.forgetSettings();
}

/** Follows the first source of a card. */
async function followSource(): Promise<void> {
  await page.goto(`${server.origin}/table`);
  await openCard(page, card, "NATO");
  await card.click("button", /^Source 1:/u);
  const opened = chromium.context.waitForEvent("page");
  await card.click("link", /./u);
  const source = await opened;
  expect(await source.evaluate(() => [document.referrer, window.opener])).toEqual(["", null]);
}
