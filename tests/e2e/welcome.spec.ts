import { expect } from "@playwright/test";
import { test } from "../support/extended-page.ts";
import { launchLivingChromium } from "../support/launch-living-chromium.ts";
import { visibleMarks } from "../support/reading.ts";
import { openCard } from "../support/using-cards.ts";

test("the passage of the welcome page is marked, and its cards open, as on any page", async ({
  page,
  card,
  chromium,
}) => {
  await page.goto(chromium.urlOf("welcome.html"));
  await expect.poll(async () => (await visibleMarks(page)).map((mark) => mark.words)).toContain("Volodymyr Zelensky");
  await openCard(page, card, "Sky News");
  const marked = await page.evaluate(() =>
    [...CSS.highlights]
      .flatMap(([, marks]) => [...(marks as unknown as Iterable<AbstractRange>)])
      .every(({ startContainer }) => startContainer.parentElement?.closest(".passage")),
  );
  expect(marked).toBe(true);
});

test("the welcome page says what each permission is for", async ({ page, chromium }) => {
  await page.goto(chromium.urlOf("welcome.html"));
  const [worker] = chromium.context.serviceWorkers();
  const permissions = await worker?.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { getManifest(): { permissions: string[] } } } };
    return chrome.runtime.getManifest().permissions;
  });
  const told = () => page.locator("[data-permission]").evaluateAll((all) => all.map((one) => one.dataset.permission));
  await expect.poll(told).toEqual(permissions);
});

test("it opens once, after installing; an update opens nothing, and tells what is new in one line", async () => {
  const chromium = await launchLivingChromium();
  try {
    // Installing waits for it, and closes it.
    await chromium.install();
    const page = await chromium.newTab();
    await chromium.install();
    const { host } = new URL(
      (await chromium.browser.waitForTarget((target) => target.type() === "service_worker")).url(),
    );
    const line = async () => {
      await page.goto(`chrome-extension://${host}/options.html`);
      await page.waitForSelector("[data-setting]");
      return page.$eval("main", (main) => main.textContent.includes("Updated to version 2.0."));
    };
    await expect.poll(line).toBe(true);
    const welcomes = chromium.browser.targets().filter((target) => target.url().endsWith("/welcome.html"));
    expect(welcomes).toEqual([]);
    await page.goto(`chrome-extension://${host}/changes.html`);
    await page.waitForSelector("h2");
    expect(await page.$eval("main", (main) => main.textContent)).toContain("0.1.0");
    await expect.poll(line).toBe(false);
  } finally {
    await chromium.close();
  }
});
