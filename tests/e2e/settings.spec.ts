import { expect, type Page } from "@playwright/test";
import {
  type SettingDeclaration,
  type SettingKey,
  settingEntries,
  type settingsRecord,
} from "#core/settings/settings.ts";
import { articlePage } from "../support/article-page.ts";
import type { CardReader } from "../support/card-reader.ts";
import { test } from "../support/extended-page.ts";
import type { ExtendedChromium } from "../support/launch-chromium.ts";
import { pointOf, restAt, restOn, visibleMarks } from "../support/reading.ts";
import { chooseSetting, tellingValues } from "../support/setting-controls.ts";

/** An open tab, and what can be asked of it. */
interface Tab {
  page: Page;
  card: CardReader;
  origin: string;
  chromium: ExtendedChromium;
}

/** What shows of a setting in an open tab; undefined while that cannot be told. */
type Look = (tab: Tab) => Promise<unknown>;

type ReadersKey = {
  [K in SettingKey]: (typeof settingsRecord)[K]["setBy"] extends "organisation" ? never : K;
}[SettingKey];

const words = async (page: Page) => (await visibleMarks(page)).map((mark) => mark.words);
const marked =
  (...probes: string[]): Look =>
  async ({ page }) => {
    const seen = await words(page);
    return probes.filter((probe) => seen.includes(probe));
  };

/** A setting of the record that is not here does not compile; one that changes nothing here fails. */
const looks: Record<ReadersKey, Look> = {
  siteRules: marked("NATO"),
  paused: marked("NATO"),
  kinds: marked("Zelensky", "Crimea", "Sky News", "ceasefire"),
  muted: marked("Sky News", "NATO"),
  mentions: async ({ page }) => (await words(page)).filter((word) => word === "NATO").length,
  scope: async ({ page, origin }) => {
    if (!page.url().endsWith("/recipe")) await page.goto(`${origin}/recipe`);
    return words(page);
  },
  markStyle: ({ page }) =>
    page.evaluate(() => [...CSS.highlights].filter(([, marks]) => marks.size > 0).map(([name]) => name)),
  openBy: async ({ page, card }) => {
    const { x, y } = await restOn(page, "Sky News");
    const opens = async (timeout: number) =>
      expect
        .poll(async () => (await card.read())?.name, { timeout })
        .toBe("Sky News")
        .then(
          () => true,
          () => false,
        );
    if (await opens(3_000)) return close(page, card, "rest");
    await page.mouse.click(x, y);
    return (await opens(3_000)) ? close(page, card, "click") : undefined;
  },
  dwell: async ({ page, card }) => {
    const point = await pointOf(page, "Sky News");
    const start = Date.now();
    await restAt(page, point);
    await expect.poll(async () => (await card.read())?.name, { intervals: [20] }).toBe("Sky News");
    return close(page, card, Date.now() - start >= 1500 ? "long" : "short");
  },
  theme: async ({ page, card, origin }) => {
    const grounds: unknown[] = [];
    for (const [system, path] of [
      ["light", "/dark"],
      ["dark", "/light"],
    ] as const) {
      await page.emulateMedia({ colorScheme: system });
      await page.goto(origin + path);
      await expect.poll(() => words(page)).toContain("Sky News");
      grounds.push(await withCard(page, card, () => card.background()));
    }
    return grounds;
  },
  textSize: ({ page, card }) => withCard(page, card, async () => (await card.box()).width),
  sync: ({ chromium }) => chromium.sharedKeys(),
};

async function withCard<Answer>(page: Page, card: CardReader, ask: () => Promise<Answer>): Promise<Answer> {
  await restOn(page, "Sky News");
  await expect.poll(async () => (await card.read())?.name).toBe("Sky News");
  return close(page, card, await ask());
}

async function close<Answer>(page: Page, card: CardReader, answer: Answer): Promise<Answer> {
  await page.mouse.move(2, 2, { steps: 5 });
  await page.mouse.click(2, 2);
  await expect.poll(() => card.read()).toBeUndefined();
  return answer;
}

const ground = (colour: string) =>
  `<!doctype html><html lang=en style="color-scheme: only light; background: ${colour}"><p style="color: grey">Crimea, said Sky News.</p>`;

const pages = {
  "/": { body: articlePage() },
  "/recipe": { body: "<!doctype html><html lang=en><p>In France, at midnight.</p>" },
  "/dark": { body: ground("#111") },
  "/light": { body: ground("#fff") },
};

const readers = settingEntries.filter(([, { setBy }]) => setBy !== "organisation") as [
  ReadersKey,
  SettingDeclaration,
][];

for (const [key, declaration] of readers) {
  test(`${key}: every value, set on the options page, shows in a tab that is open`, async ({
    page,
    card,
    serve,
    chromium,
  }) => {
    const { origin } = await serve(pages);
    await page.goto(origin);
    await expect.poll(() => words(page)).toContain("NATO");
    const options = await chromium.context.newPage();
    await options.goto(chromium.urlOf("options.html"));
    // Something that sync has to tell.
    if (key === "sync") await options.locator('[data-setting="mentions"] input[value="first"]').check();
    const seen = new Map<string, unknown>();
    for (const value of tellingValues(declaration)) {
      await options.bringToFront();
      await chooseSetting(options, key, declaration, value);
      await page.bringToFront();
      let look = "";
      const isNew = async () => {
        const before = look;
        look = JSON.stringify(await looks[key]({ page, card, origin, chromium }));
        if (seen.has(look)) return `${JSON.stringify(value)} looks as ${JSON.stringify(seen.get(look))}: ${look}`;
        // What shows for a moment only is not it.
        return look === before ? "new" : `changing: ${look}`;
      };
      await expect.poll(isNew, { timeout: 30_000 }).toBe("new");
      seen.set(look, value);
    }
    expect(seen.size).toBeGreaterThan(1);
    await options.close();
  });
}
