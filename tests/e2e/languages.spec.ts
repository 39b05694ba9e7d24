import { expect, type Page, test } from "@playwright/test";
import { articlePage } from "../support/article-page.ts";
import { createCardReader } from "../support/card-reader.ts";
import { copySpeaking } from "../support/copy-speaking.ts";
import { launchExtendedChromium } from "../support/launch-chromium.ts";
import { servePages } from "../support/serve-pages.ts";
import { openCard } from "../support/using-cards.ts";

const languages = [
  {
    folder: "de",
    tag: "de",
    direction: "ltr",
    list: /^Auf dieser Seite \d+$/u,
    options: "Einstellungen",
    jump: "Nächste Erwähnung: Boris Johnson, 1 Erwähnung",
    close: "Diese Karte schließen",
    date: "30. November 2024",
  },
  {
    folder: "ar",
    tag: "ar",
    direction: "rtl",
    list: /^في هذه الصفحة/u,
    options: "الخيارات",
    jump: "الموضع التالي: Boris Johnson، موضع واحد",
    close: "إغلاق هذه البطاقة",
    date: "نوفمبر",
  },
] as const;

/** By how much the page is wider than its window, in CSS pixels. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

for (const { folder, tag, direction, list, options, jump, close, date } of languages) {
  test(`the interface speaks ${tag}, ${direction}, and the cards’ own words stay English`, async () => {
    const copy = copySpeaking(folder);
    const server = await servePages({ "/": { body: articlePage() } });
    const chromium = await launchExtendedChromium({ extension: copy.path });
    try {
      const page = await chromium.context.newPage();
      await page.goto(server.origin);
      await expect.poll(async () => (await chromium.digestOf(page)).state).toBe("ready");
      const tab = await chromium.tabIdOf(page);

      const popup = await chromium.context.newPage();
      await popup.setViewportSize({ width: 384, height: 800 });
      await popup.goto(chromium.urlOf(`popup.html?tab=${tab}`));
      await expect(popup.locator("html")).toHaveAttribute("lang", tag);
      await expect(popup.locator("html")).toHaveAttribute("dir", direction);
      await expect(popup.getByRole("region", { name: list })).toBeVisible();
      await expect(popup.getByRole("button", { name: jump, exact: true })).toBeVisible();
      const heading = await popup.getByRole("heading", { name: "Context Cards" }).boundingBox();
      const button = await popup.getByRole("button", { name: options, exact: true }).boundingBox();
      expect((button?.x ?? 0) > (heading?.x ?? 0)).toBe(direction === "ltr");

      await popup.getByRole("button", { name: /^Crimea/u }).click();
      const title = popup.getByRole("heading", { name: "Crimea", exact: true });
      await expect(title).toHaveAttribute("lang", "en");
      await expect(title).toHaveAttribute("dir", "ltr");
      await expect(popup.locator(".card")).toHaveAttribute("lang", tag);
      await expect(popup.getByText(date).first()).toBeVisible();

      for (const path of [`popup.html?tab=${tab}`, `sidepanel.html?tab=${tab}`, "options.html", "welcome.html"]) {
        await popup.setViewportSize({ width: 320, height: 800 });
        await popup.goto(chromium.urlOf(path));
        await expect(popup.locator("html")).toHaveAttribute("dir", direction);
        await expect(popup.getByRole("heading").first()).toBeVisible();
        expect(await overflow(popup), path).toBeLessThanOrEqual(0);
      }

      await page.bringToFront();
      const card = await createCardReader(page);
      await openCard(page, card, "Sky News");
      await card.click("button", new RegExp(`^${close}$`, "u"));
      await expect.poll(() => card.read()).toBeUndefined();
    } finally {
      await chromium.context.close();
      await server.stop();
      copy.remove();
    }
  });
}
