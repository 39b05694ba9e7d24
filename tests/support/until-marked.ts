import type { Page } from "@playwright/test";

/** Resolves once the built extension has marked something in the page. Rejects after a minute. */
export async function untilMarked(page: Page): Promise<void> {
  await page.waitForFunction(() => [...CSS.highlights].some(([, { size }]) => size > 0), undefined, {
    polling: 100,
    timeout: 60_000,
  });
}
