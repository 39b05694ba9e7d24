import type { Browser, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createFirefoxCardReader } from "../support/firefox-card-reader.ts";
import { frameworkStory, frameworks } from "../support/framework-story.ts";
import { launchFirefox } from "../support/launch-firefox.ts";
import { collectComplaints, restOn, visibleMarks } from "../support/reading.ts";
import { type ServedPage, servePages } from "../support/serve-pages.ts";

const patience = { timeout: 15_000, interval: 100 };

let browser: Browser;
let page: Page;
let complaints: string[];

const stories = new Map<string, Record<string, ServedPage>>();

beforeAll(async () => {
  for (const framework of frameworks) stories.set(framework, await frameworkStory(framework));
  browser = await launchFirefox({ extended: true });
});

afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.newPage();
  complaints = collectComplaints(page);
});

afterEach(() => page?.close());

const words = async () => (await visibleMarks(page)).map((mark) => mark.words);
const press = (name: string) => page.click(`button::-p-text(${name})`);

test.each(frameworks)("a page written in %s is marked as it re-renders", async (framework) => {
  const server = await servePages(stories.get(framework) ?? {});
  try {
    await page.goto(server.origin);
    const first = ["Zelensky", "Volodymyr Zelensky", "NATO umbrella", "Vladimir Putin", "Donald Trump"];
    await expect.poll(words, patience).toEqual(first);
    await page.evaluate(() => dispatchEvent(new Event("hydrate")));
    await page.waitForSelector("html[data-hydrated]");
    await press("More");
    const head = ["Volodymyr Zelensky", "NATO umbrella"];
    await expect.poll(words, patience).toEqual([...head, "Boris Johnson", "ceasefire"]);
    await press("More");
    await press("Turn over");
    await expect.poll(words, patience).toEqual([...head, "Boris Johnson", "ceasefire", "Crimea"]);
    expect(complaints).toEqual([]);
  } finally {
    await server.stop();
  }
});

test("an application of one page is read anew at each of its addresses; texts are edited, emptied and moved", async () => {
  const body = `<!doctype html><html lang=en><title>News</title><link rel=icon href="data:,"><main><p id=a>Crimea</p>
    <p id=b>Volodymyr Zelensky spoke.</p></main><script>
    addEventListener("popstate", () => { document.querySelector("main").innerHTML = "<p>Sky News</p>"; });
    history.pushState({}, "", "/next");</script>`;
  const server = await servePages({ "/": { body } });
  try {
    await page.goto(server.origin);
    await expect.poll(words, patience).toEqual(["Crimea", "Volodymyr Zelensky"]);
    await page.$eval("main", (main) => main.prepend(main.querySelector("#b") as Element));
    await expect.poll(words, patience).toEqual(["Volodymyr Zelensky", "Crimea"]);
    await page.$eval("#a", (paragraph) => Object.assign(paragraph.firstChild as Text, { data: "" }));
    await page.$eval("#b", (paragraph) => (paragraph.firstChild as Text).replaceData(0, 18, "Vladimir Putin"));
    await expect.poll(words, patience).toEqual(["Vladimir Putin"]);
    await page.goBack();
    await expect.poll(words, patience).toEqual(["Sky News"]);
    const card = createFirefoxCardReader(page);
    await restOn(page, "Sky News");
    await expect.poll(() => card.text(), patience).toContain("In the article");
    expect(complaints).toEqual([]);
  } finally {
    await server.stop();
  }
});
