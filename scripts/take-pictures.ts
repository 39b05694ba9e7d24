/** Part of `npm run pictures`: the README's, of the built extension on the bundled article, into `docs/pictures`. */
import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { articlePage } from "../tests/support/article-page.ts";
import { type CardReader, createCardReader } from "../tests/support/card-reader.ts";
import { launchExtendedChromium } from "../tests/support/launch-chromium.ts";
import { restOn } from "../tests/support/reading.ts";
import { servePages } from "../tests/support/serve-pages.ts";
import { until } from "../tests/support/until.ts";
import { untilMarked } from "../tests/support/until-marked.ts";

const folder = "docs/pictures";
/** The name to rest on, and what to press on its card. */
const cards: [picture: string, words: string, press?: RegExp][] = [
  ["person", "Boris Johnson"],
  ["place", "Crimea"],
  ["card", "NATO umbrella", /^Accounts differ/u],
];

mkdirSync(folder, { recursive: true });
const server = await servePages({ "/": { body: articlePage() } });
const chromium = await launchExtendedChromium({ scale: 1.5 });
try {
  for (const theme of ["light", "dark"] as const) {
    const page = await chromium.context.newPage();
    await page.setViewportSize({ width: 1000, height: 760 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.goto(`${server.origin}/`);
    const reader = await createCardReader(page);
    await untilMarked(page);
    for (const [picture, words, press] of cards) {
      await openCard(page, reader, words);
      if (press) await reader.click("button", press);
      await page.screenshot({ path: `${folder}/${picture}-${theme}.png` });
      await page.keyboard.press("Escape");
    }
    const tab = await chromium.tabIdOf(page);
    await takeOwnPage(theme, "popup", `popup.html?tab=${tab}`, { width: 400, height: 600 });
    await takeOwnPage(theme, "side-panel", `sidepanel.html?tab=${tab}`, { width: 420, height: 760 });
    await takeOwnPage(theme, "options", "options.html", { width: 800, height: 760 });
    await page.close();
  }
} finally {
  await chromium.context.close();
  await server.stop();
}

async function takeOwnPage(
  theme: "light" | "dark",
  picture: string,
  path: string,
  size: { width: number; height: number },
): Promise<void> {
  const page = await chromium.context.newPage();
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: theme });
  await page.goto(chromium.urlOf(path));
  await page
    .getByRole(path.startsWith("options") ? "radio" : "listitem")
    .first()
    .waitFor();
  await page.screenshot({ path: `${folder}/${picture}-${theme}.png` });
  await page.close();
}

async function openCard(page: Page, reader: CardReader, words: string): Promise<void> {
  await restOn(page, words);
  await until(() => reader.read());
}
