/** axe over every screen, the interface in English and, from right to left, in Arabic. */
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible.ts";
import { articlePage } from "../support/article-page.ts";
import { createCardReader } from "../support/card-reader.ts";
import { copySpeaking } from "../support/copy-speaking.ts";
import { type ExtendedChromium, launchExtendedChromium } from "../support/launch-chromium.ts";
import { openShadowRoots } from "../support/open-shadow-roots.ts";
import { pointOf } from "../support/reading.ts";
import { type PageServer, servePages } from "../support/serve-pages.ts";
import { expectNoCard, openCard } from "../support/using-cards.ts";

// axe reads a whole page anew for each look: 26 s at most where two browsers run beside each other.
test.describe.configure({ timeout: 120_000 });

for (const { language, direction } of [
  { language: "en", direction: "ltr" },
  { language: "ar", direction: "rtl" },
]) {
  test.describe(`axe finds nothing wrong, in ${language}:`, () => {
    let server: PageServer;
    let chromium: ExtendedChromium;
    let page: Page;
    let tab: number;
    const copy = copySpeaking(language);

    test.beforeAll(async () => {
      server = await servePages({ "/": { body: articlePage() } });
      chromium = await launchExtendedChromium({ extension: copy.path });
      page = await chromium.context.newPage();
      await page.goto(server.origin);
      await expect.poll(async () => (await chromium.digestOf(page)).state).toBe("ready");
      tab = await chromium.tabIdOf(page);
    });
    test.afterAll(async () => {
      await chromium.context.close();
      await server.stop();
      copy.remove();
    });

    /** One of our own pages, once it shows what `until` selects. */
    async function openOwn(path: string, until: string, { width = 800, height = 700 } = {}): Promise<Page> {
      const own = await chromium.context.newPage();
      await own.setViewportSize({ width, height });
      await own.goto(chromium.urlOf(path));
      await expect(own.locator(until).first()).toBeVisible();
      await expect(own.locator("html")).toHaveAttribute("dir", direction);
      return own;
    }

    test("a person’s card, a place’s with its map, and one with disputes, with its menu and a source unfolded", async () => {
      await page.bringToFront();
      const card = await createCardReader(page);
      await openShadowRoots(page);
      const within = page.locator("context-card-host");
      for (const words of ["Boris Johnson", "Crimea", "NATO umbrella"]) {
        await pointOf(page, words);
        await openCard(page, card, words);
        await expect(within.locator(".card")).toHaveAttribute("dir", direction);
        await within.locator(".number").last().click();
        await expect(within.locator(".note")).toBeVisible();
        if (words === "Crimea") await within.locator(".tool").first().click();
        await expectAccessible(page, "context-card-host");
        await within.locator(".tool").last().click();
        await expectNoCard(page, card);
      }
    });

    test("the popup: its list after a jump, look-up, a card", async () => {
      const popup = await openOwn(`popup.html?tab=${tab}`, ".digest li", { width: 384 });
      await popup.locator(".pause-menu summary").click();
      await popup.locator(".jump").first().click();
      await expect(popup.locator(".jump.here")).toBeVisible();
      await popup.locator(".why summary").click();
      await expectAccessible(popup);
      await popup.getByRole("combobox").fill("Johnson");
      await expect(popup.getByRole("option").first()).toBeVisible();
      await expectAccessible(popup);
      await popup.getByRole("combobox").press("Enter");
      await expect(popup.locator(".card h2")).toBeVisible();
      await expectAccessible(popup);
      await popup.close();
    });

    test("the side panel: its list, and a card in its place and beside it", async () => {
      const panel = await openOwn(`sidepanel.html?tab=${tab}`, ".digest li", { width: 320 });
      await expectAccessible(panel);
      await panel.locator("[data-card=crimea]").first().click();
      await expect(panel.locator(".card h2")).toBeVisible();
      await panel.locator(".mention-bar .jump").click();
      await expect(panel.locator(".mention-bar .back")).toBeVisible();
      await expectAccessible(panel);
      await panel.setViewportSize({ width: 900, height: 700 });
      await expect(panel.locator(".digest")).toBeVisible();
      await expectAccessible(panel);
      await panel.close();
    });

    test("the options, with rules, mutes and a file that was taken in part", async () => {
      const options = await openOwn("options.html", "[data-setting]");
      await options.locator("[data-setting=siteRules] input").fill("*.example.org");
      await options.locator("[data-setting=siteRules] .add button").first().click();
      await options.locator("[data-setting=muted] select").selectOption("crimea");
      await options.locator("[data-setting=siteRules] .entries button").first().click();
      await options.locator("input[type=file]").setInputFiles({
        name: "settings.json",
        mimeType: "application/json",
        buffer: Buffer.from(
          '{"format":"context-cards-settings","version":2,"settings":{"theme":"dim","textSize":125,"colour":1}}',
        ),
      });
      await expect(options.locator(".report .notes")).toBeVisible();
      await expectAccessible(options);
      await options.close();
    });

    test("the welcome page, what is new, and a card’s own page", async () => {
      for (const [path, until] of [
        ["welcome.html", ".passage"],
        ["changes.html", "h2"],
        ["card.html?card=nato-umbrella", ".card h2"],
        ["card.html?find=Krim", "[role=option]"],
      ] as const) {
        const own = await openOwn(path, until);
        await expectAccessible(own);
        await own.close();
      }
    });
  });
}
