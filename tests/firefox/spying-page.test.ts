import { readFileSync } from "node:fs";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFirefoxCardReader } from "../support/firefox-card-reader.ts";
import { launchFirefox, urlOfOwnPage } from "../support/launch-firefox.ts";
import { html } from "../support/page-html.ts";
import { restAt, restOn, visibleMarks } from "../support/reading.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";
import { spy } from "../support/spy.ts";

const patience = { timeout: 15_000, interval: 100 };

/** The first column of the table under “What a page can see”, and what is told beneath it of Firefox alone. */
const admitted = [
  ...((readFileSync("docs/threat-model.md", "utf8").split("## What a page can see")[1] ?? "")
    .split("\n## ")[0]
    ?.matchAll(/^\| `([\w-]+)` \|/gmu) ?? []),
].map(([, name]) => name);

const body =
  "<p id=story>Volodymyr Zelensky spoke of NATO.</p><div style='height: 1200px'></div><p>Sky News reported.</p>";

/** All that the page saw, by what it looked at, in the order in which it looked. */
type Seen = Record<string, string[]>;
type Spying = { spy: { look(moment: string): Promise<void>; seen: Seen } };

let server: PageServer;
let extended: Browser;
let plain: Browser;

beforeAll(async () => {
  const script = `<script>(${spy})(${JSON.stringify(urlOfOwnPage(""))})</script>`;
  server = await servePages({ "/": html(body, script) });
  extended = await launchFirefox({ extended: true, openToUs: true });
  plain = await launchFirefox({ extended: false });
});

afterAll(async () => {
  await extended?.close();
  await plain?.close();
  await server?.stop();
});

const look = (page: Page, moment: string) =>
  page.evaluate((now) => (globalThis as unknown as Spying).spy.look(now), moment);
const seenBy = (page: Page) => page.evaluate(() => (globalThis as unknown as Spying).spy.seen);

test("a page sees of us what the threat model admits, and nothing else", async () => {
  const page = await extended.newPage();
  const card = createFirefoxCardReader(page);
  await page.goto(server.origin);
  await expect.poll(async () => (await visibleMarks(page)).length, patience).toBe(2);
  const nato = (await visibleMarks(page)).find(({ words }) => words === "NATO") ?? { x: 0, y: 0 };
  await look(page, "marked");
  await restOn(page, "NATO");
  await expect.poll(() => card.text(), patience).toContain("In the article");
  await look(page, "opened");
  const presses: { x: number; y: number }[] = [];
  const { click } = page.mouse;
  page.mouse.click = (x, y) => {
    presses.push({ x, y });
    return click.call(page.mouse, x, y);
  };
  await card.clickButton(/^Keep this card open/u);
  await card.clickButton(/^Source 1:/u);
  page.mouse.click = click;
  const words = (await card.text()) ?? "";
  await look(page, "used");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect.poll(() => card.text(), patience).toBeUndefined();
  await look(page, "closed");
  const seen = await seenBy(page);

  const bare = await plain.newPage();
  await bare.goto(server.origin);
  await look(bare, "marked");
  await restAt(bare, nato);
  await look(bare, "opened");
  for (const at of presses) await bare.mouse.click(at.x, at.y);
  await look(bare, "used");
  await bare.keyboard.press("Escape");
  await bare.keyboard.press("Escape");
  await look(bare, "closed");
  const control = await seenBy(bare);

  const differing = Object.keys(seen).filter((what) => JSON.stringify(seen[what]) !== JSON.stringify(control[what]));
  const told = differing.map((what) => ({ what, seen: seen[what], control: control[what] }));
  const unadmitted = told.filter(({ what }) => !admitted.includes(what));
  expect(differing.sort(), JSON.stringify(unadmitted, null, 1)).toEqual([...admitted, "find"].sort());

  const secrets = [...new Set(words.split(/[^\p{L}\p{N}]+/u))].filter(
    (word) => word.length > 5 && !body.includes(word) && !JSON.stringify(control).includes(word),
  );
  expect(secrets.length).toBeGreaterThan(100);
  // Of the words that the page itself named, it hears that they are there.
  const { find: _, ...unasked } = seen;
  const all = JSON.stringify(unasked);
  expect(secrets.filter((word) => all.includes(word))).toEqual([]);
  expect(server.requests.filter((path) => path !== "/")).toEqual([]);
});
