import { type Browser, launch } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findBrowser } from "../../scripts/find-browser.ts";
import { articlePage } from "../support/article-page.ts";
import { installExtension } from "../support/launch-firefox.ts";
import { type ManagedBrowser, manageBrowser } from "../support/machine-policy.ts";
import { visibleMarks } from "../support/reading.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";

const patience = { timeout: 15_000, interval: 100 };
const policy = {
  markStyle: "tint",
  kinds: ["organisation"],
  organisationSites: [{ pattern: "*.localhost", on: false }],
};

let server: PageServer;
let managed: ManagedBrowser;
let browser: Browser;

beforeAll(async () => {
  server = await servePages({ "/": { body: articlePage() } });
  const file = { policies: { "3rdparty": { Extensions: { "context-cards@context-cards": policy } } } };
  managed = manageBrowser(await findBrowser("firefox"), {
    "firefox/policies/policies.json": file,
    "firefox-esr/policies/policies.json": file,
  });
  browser = await launch({
    browser: "firefox",
    executablePath: managed.executable,
    headless: true,
    enableExtensions: true,
    timeout: 90_000,
    defaultViewport: { width: 1280, height: 900 },
  });
  await installExtension(browser);
});

afterAll(async () => {
  await browser?.close();
  managed?.stop();
  await server?.stop();
});

const styles = () => ["dotted", "solid", "tint"].filter((style) => CSS.highlights.has(`context-card-${style}`));

test("a policy of the machine counts in pages", async () => {
  const page = await browser.newPage();
  await page.goto(server.origin);
  await expect.poll(() => page.evaluate(styles), patience).toEqual(["tint"]);
  const words = async () => (await visibleMarks(page)).map((mark) => mark.words);
  await expect.poll(words, patience).toContain("NATO");
  expect(await words()).not.toContain("Zelensky");
  await page.goto(server.origin.replace("127.0.0.1", "news.localhost"));
  await expect.poll(() => page.evaluate(styles), patience).toEqual([]);
});
