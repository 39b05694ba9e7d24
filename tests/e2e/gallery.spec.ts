/**
 * The gallery's pictures against those kept in `tests/gallery`; `npm run pictures` takes them anew. The gallery brings its
 * fonts, and letters are drawn without regard to a screen's pixels: one machine draws them as another does. What tolerance
 * there is, is for the last digit of a colour.
 */
import { expect, test } from "@playwright/test";
import { findBrowser } from "../../scripts/find-browser.ts";
import { serveGallery } from "../support/serve-gallery.ts";
import type { PageServer } from "../support/serve-pages.ts";

const looks = [
  { name: "light", media: {}, query: "theme=light" },
  { name: "dark", media: {}, query: "theme=dark" },
  { name: "narrow-rtl", media: {}, query: "theme=light&dir=rtl&width=304" },
  { name: "large-text", media: {}, query: "theme=dark&size=200" },
  { name: "more-contrast", media: { contrast: "more" }, query: "theme=light" },
  { name: "forced-colours", media: { forcedColors: "active" }, query: "" },
] as const;
const groups = [
  "card",
  "mute menu",
  "digest",
  "popup",
  "look-up",
  "side panel",
  "welcome",
  "options",
  "settings transfer",
];

let server: PageServer;

test.use({
  launchOptions: {
    executablePath: await findBrowser("chromium"),
    chromiumSandbox: false,
    args: ["--font-render-hinting=none", "--disable-lcd-text", "--disable-gpu"],
  },
  viewport: { width: 1240, height: 800 },
  deviceScaleFactor: 0.5,
});
test.beforeAll(async () => {
  server = await serveGallery();
});
test.afterAll(() => server.stop());

for (const { name, media, query } of looks) {
  test(`looks as it did: ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light", ...media });
    for (const group of groups) {
      await page.goto(`${server.origin}/?${query}&only=${encodeURIComponent(group)}`);
      await page.locator("html[data-ready]").waitFor();
      // Nothing is wider than its place: no part of a component stands out or scrolls sideways.
      expect(
        await page.evaluate(() =>
          [...document.querySelectorAll(".stage, .stage > *")].filter((one) => one.scrollWidth > one.clientWidth + 1),
        ),
      ).toHaveLength(0);
      await expect.soft(page.locator("#app")).toHaveScreenshot([name, `${group.replaceAll(" ", "-")}.png`], {
        maxDiffPixelRatio: 0.001,
        threshold: 0.02,
        scale: "device",
      });
    }
  });
}
