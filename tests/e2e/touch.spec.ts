import { expect, type Page } from "@playwright/test";
import { articlePage } from "../support/article-page.ts";
import { test } from "../support/extended-page.ts";
import { useFingers } from "../support/fingers.ts";
import { html } from "../support/page-html.ts";
import { pointOf, visibleMarks } from "../support/reading.ts";
import { countHosts, expectNoCard } from "../support/using-cards.ts";

test.afterEach(({ complaints }) => expect(complaints).toEqual([]));

const phone = `<meta name=viewport content="width=device-width"><style>body { margin: 16px; font: 18px/1.8 serif }</style>`;

/** Notes what the page hears of clicks and menus. */
const watchClicks = (page: Page) =>
  page.evaluateHandle(() => {
    const seen: string[] = [];
    for (const type of ["click", "contextmenu"])
      document.addEventListener(type, ({ target }) => seen.push(`${type} ${(target as Element).nodeName}`), true);
    return seen;
  });

const bottomOf = ({ y, height }: { y: number; height: number }) => y + height;

/** Lets so many ms pass by the page's own clock. */
async function pass(page: Page, ms: number): Promise<void> {
  const now = await page.evaluate(() => performance.now());
  await page.waitForFunction((until) => performance.now() > until, now + ms);
}

test("a tap opens the card as a sheet, a tap beside it or a swipe down puts it away, and nothing else happens", async ({
  page,
  card,
  serve,
}) => {
  const fingers = await useFingers(page);
  await page.goto((await serve({ "/": { body: articlePage() } })).origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBeGreaterThan(4);
  const clicks = await watchClicks(page);
  const open = async (words: string) => {
    await fingers.tap(await pointOf(page, words));
    await expect.poll(async () => (await card.read())?.name).toBe(words);
  };
  await open("NATO");
  expect((await card.focused())?.role).toBe("dialog");
  // Once it has slid in.
  await expect.poll(async () => bottomOf(await card.box())).toBeCloseTo(780, 0);
  const sheet = await card.box();
  expect(sheet).toMatchObject({ x: 0, width: 390 });
  expect(sheet.height).toBeLessThanOrEqual(0.7 * 780 + 1);
  // Scrolled within, it stays, and the page behind it stays where it is.
  const top = await page.evaluate(() => scrollY);
  await fingers.swipe({ x: 200, y: 740 }, { x: 200, y: 400 });
  expect((await card.read())?.name).toBe("NATO");
  expect(await page.evaluate(() => scrollY)).toBe(top);
  await card.tap(fingers, "button", /^Source 1:/u);
  await expect.poll(async () => (await card.read())?.text).toMatch(/·/u);

  await fingers.swipe({ x: 200, y: sheet.y + 12 }, { x: 200, y: sheet.y + 40 });
  expect((await card.read())?.name).toBe("NATO");
  await fingers.swipe({ x: 200, y: sheet.y + 12 }, { x: 200, y: sheet.y + 260 });
  await expectNoCard(page, card);

  const before = (await clicks.jsonValue()).length;
  await open("NATO");
  await fingers.tap({ x: 10, y: 30 });
  await expectNoCard(page, card);
  // The tap that opened it; not the one that put it away.
  expect((await clicks.jsonValue()).length).toBe(before + 1);

  await open("NATO");
  await pass(page, 500);
  await card.tap(fingers, "button", /^Close this card$/u);
  await expectNoCard(page, card);
});

test("links keep their tap; a long press on a name in one opens its card, beside it none", async ({
  page,
  card,
  serve,
}) => {
  const fingers = await useFingers(page);
  const body = html(
    `<p><a href="#followed">Volodymyr Zelensky spoke of peace</a></p><p>There was NATO.</p><p><button>Share</button></p>`,
    phone,
  );
  await page.goto((await serve({ "/": body })).origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBe(2);
  const clicks = await watchClicks(page);
  const name = await pointOf(page, "Volodymyr Zelensky");
  const beside = await pointOf(page, "spoke of peace");
  const hash = () => page.evaluate(() => location.hash);

  // A finger that goes elsewhere, however slowly, does not press.
  const hosts = await countHosts(page);
  await fingers.hold(name, async () => {
    await fingers.moveTo({ x: name.x + 30, y: name.y });
    await pass(page, 1000);
  });
  expect(await hosts()).toBe(0);

  await fingers.hold(name, async () => {
    await expect.poll(async () => (await card.read())?.name).toBe("Volodymyr Zelensky");
  });
  expect(await clicks.jsonValue()).toEqual([]);
  expect(await hash()).toBe("");
  // With a card open, a tap on a link only puts it away.
  await fingers.tap(name);
  await expectNoCard(page, card);
  expect(await hash()).toBe("");
  await fingers.tap(name);
  await expect.poll(hash).toBe("#followed");
  await expectNoCard(page, card);
  expect(await clicks.jsonValue()).toEqual(["click A"]);

  await fingers.hold(beside, () => pass(page, 1000));
  expect(await hosts()).toBe(1);
});

test("scrolls and pinches open nothing", async ({ page, serve }) => {
  const fingers = await useFingers(page);
  const lines = Array.from({ length: 60 }, () => "<p>Volodymyr Zelensky spoke of NATO.</p>").join("");
  await page.goto((await serve({ "/": html(lines, phone) })).origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBeGreaterThan(10);
  const hosts = await countHosts(page);
  const name = await pointOf(page, "NATO", 5);
  await fingers.swipe(name, { x: name.x, y: name.y - 200 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  await fingers.pinch(await pointOf(page, "NATO", 12));
  await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBeGreaterThan(1);
  expect(await hosts()).toBe(0);
});

test("in a wide window a tap opens the card beside the name", async ({ page, card, serve }) => {
  const fingers = await useFingers(page, { width: 1024, height: 700 });
  await page.goto((await serve({ "/": { body: articlePage() } })).origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBeGreaterThan(4);
  await fingers.tap(await pointOf(page, "Sky News"));
  await expect.poll(async () => (await card.read())?.name).toBe("Sky News");
  expect((await card.box()).width).toBeCloseTo(384, 0);
  await fingers.swipe({ x: 60, y: 500 }, { x: 60, y: 200 });
  await expectNoCard(page, card);
});
