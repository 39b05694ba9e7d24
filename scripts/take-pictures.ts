/** `npm run pictures`: the README's pictures, of the built extension on the bundled article, into `docs/pictures`. */
import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { articlePage } from "../tests/support/article-page.ts";
import { createCardReader } from "../tests/support/card-reader.ts";
import { launchExtendedChromium } from "../tests/support/launch-chromium.ts";
import { restOn } from "../tests/support/reading.ts";
import { servePages } from "../tests/support/serve-pages.ts";

const folder = "docs/pictures";

mkdirSync(folder, { recursive: true });
const server = await servePages({ "/": { body: articlePage() } });
const chromium = await launchExtendedChromium({ scale: 1.5 });
try {
  for (const theme of ["light", "dark"] as const) {
    const page = await chromium.context.newPage();
    await page.setViewportSize({ width: 1000, height: 760 });
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(`${server.origin}/`);
    await openCard(page);
    await page.screenshot({ path: `${folder}/card-${theme}.png` });
    const popup = await chromium.context.newPage();
    await popup.setViewportSize({ width: 400, height: 600 });
    await popup.emulateMedia({ colorScheme: theme });
    await popup.goto(chromium.urlOf(`popup.html?tab=${await chromium.tabIdOf(page)}`));
    await popup
      .getByRole("button", { name: /Volodymyr Zelensky/u })
      .first()
      .waitFor();
    await popup.screenshot({ path: `${folder}/popup-${theme}.png` });
    await popup.close();
    await page.close();
  }
} finally {
  await chromium.context.close();
  await server.stop();
}

/** Opens the card of the NATO umbrella and unfolds what its disputes cite. */
async function openCard(page: Page): Promise<void> {
  const reader = await createCardReader(page);
  await page.waitForFunction(() => [...CSS.highlights.values()].some((highlight) => highlight.size > 0));
  await restOn(page, "NATO umbrella");
  while (!(await reader.read())) await page.waitForTimeout(50);
  await reader.click("button", /Accounts differ/u);
}
