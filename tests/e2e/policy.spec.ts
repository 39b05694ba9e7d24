import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, test } from "@playwright/test";
import type { PolicyProperty } from "#core/settings/policy-schema.ts";
import { settingEntries } from "#core/settings/settings.ts";
import { findBrowser } from "../../scripts/find-browser.ts";
import { articlePage } from "../support/article-page.ts";
import { type ManagedBrowser, manageBrowser } from "../support/machine-policy.ts";
import { visibleMarks } from "../support/reading.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";

const built = ".output/chrome-mv3";
const policy = {
  theme: "dark",
  markStyle: "tint",
  kinds: ["organisation"],
  organisationSites: [{ pattern: "*.localhost", on: false }],
  welcome: false,
  dwell: 99_999,
  paused: "lasting",
};

let folder: string;
let managed: ManagedBrowser;
let context: BrowserContext;
let server: PageServer;
let id: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "context-cards-managed-"));
  cpSync(built, folder, { recursive: true });
  // As Chromium makes the id of an extension that is loaded from a folder.
  id = createHash("sha256")
    .update(folder)
    .digest("hex")
    .slice(0, 32)
    .replace(/./gu, (digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)] ?? "");
  const file = { "3rdparty": { extensions: { [id]: policy } } };
  managed = manageBrowser(await findBrowser("chromium"), {
    "chromium/policies/managed/context-cards.json": file,
    "opt/chrome/policies/managed/context-cards.json": file,
    "opt/chrome_for_testing/policies/managed/context-cards.json": file,
  });
  server = await servePages({ "/": { body: articlePage() } });
  context = await chromium.launchPersistentContext("", {
    executablePath: managed.executable,
    headless: true,
    viewport: { width: 1280, height: 900 },
    args: ["--disable-gpu", `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
  if (context.serviceWorkers().length === 0) await context.waitForEvent("serviceworker");
});

test.afterAll(async () => {
  await context?.close();
  await server?.stop();
  managed?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

const styles = () => [...CSS.highlights].filter(([, marks]) => marks.size > 0).map(([name]) => name);

test("a policy of the machine counts in pages before the reader's settings; what it cannot set, it does not", async () => {
  const page = await context.newPage();
  await page.goto(server.origin);
  await expect.poll(() => page.evaluate(styles)).toEqual(["context-card-tint"]);
  const words = async () => (await visibleMarks(page)).map((mark) => mark.words);
  await expect.poll(words).toContain("NATO");
  expect(await words()).not.toContain("Zelensky");
  await page.goto(server.origin.replace("127.0.0.1", "news.localhost"));
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect.poll(() => page.evaluate(styles)).toEqual([]);
  await page.close();
});

test("the options show what is set as the organisation's, and neither hand nor file nor reset changes it", async () => {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${id}/options.html`);
  const theme = options.locator('[data-setting="theme"]');
  await expect(theme.getByText("Set by your organisation.")).toBeVisible();
  await expect(theme.locator('input[value="dark"]')).toBeChecked();
  await expect(theme.locator('input[value="dark"]')).toBeDisabled();
  await expect(options.locator('[data-setting="organisationSites"]')).toContainText("*.localhost");
  await expect(options.locator('[data-setting="dwell"]').getByRole("slider")).toBeEnabled();
  await expect(options.locator('[data-setting="paused"] input[value="no"]')).toBeChecked();
  const settings = { theme: "light", markStyle: "solid", dwell: 500 };
  await options.locator('input[type="file"]').setInputFiles({
    name: "mine.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ format: "context-cards-settings", version: 2, settings }, null, 1)),
  });
  await expect(options.getByRole("alert")).toContainText(
    "Line 5, theme: your organisation sets this; it stays as it is.",
  );
  await options.getByRole("button", { name: "Use the rest" }).click();
  await expect(options.locator('[data-setting="dwell"] output')).toHaveText("500 ms");
  await expect(theme.locator('input[value="dark"]')).toBeChecked();
  await options.getByRole("button", { name: "Back to the first settings" }).click();
  await expect(options.locator('[data-setting="dwell"] output')).toHaveText("300 ms");
  await expect(theme.locator('input[value="dark"]')).toBeChecked();
  await options.close();
});

test("no welcome page opens where the policy does not wish it", async () => {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${id}/options.html`);
  await expect(options.locator('[data-setting="theme"] input[value="dark"]')).toBeDisabled();
  expect(context.pages().map((page) => page.url())).not.toContain(`chrome-extension://${id}/welcome.html`);
  await options.close();
});

test("the browser knows the schema, made from the record, and refuses what it does not allow", async () => {
  const schema = JSON.parse(readFileSync(join(built, "managed-schema.json"), "utf8")) as PolicyProperty;
  const theirs = settingEntries.filter(([, { setBy }]) => setBy !== "reader").map(([key]) => key);
  expect(Object.keys(schema.properties ?? {})).toEqual(theirs);
  const page = await context.newPage();
  await page.goto("chrome://policy");
  await expect(page.getByText("organisationSites").first()).toBeVisible();
  await page.close();
});
