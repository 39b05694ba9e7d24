import { expect, type Page } from "@playwright/test";
import { test } from "../support/extended-page.ts";
import { html } from "../support/page-html.ts";
import { type Point, pointOf, restAt, restOn, visibleMarks } from "../support/reading.ts";
import { countHosts, expectNoCard, openCard, setSetting } from "../support/using-cards.ts";

test.afterEach(({ complaints }) => expect(complaints).toEqual([]));

const style = "<style>body { margin: 40px; font: 16px/1.6 serif } p { margin: 0 0 60px }</style>";
const story = html(
  `<p>Volodymyr Zelensky and Donald Trump spoke of NATO, Crimea and Luhansk.</p><p>Sky News reported.</p>
  <p><a href="#followed">Boris Johnson agreed</a> <button>with France</button> <input aria-label=Note></p>
  <p style="height:3000px">Vladimir Putin did not.</p>`,
  style,
);

async function goTo(page: Page, origin: string): Promise<() => Promise<number>> {
  await page.goto(origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBeGreaterThan(6);
  return countHosts(page);
}

test("passing over names, however many, opens nothing; resting opens the card", async ({
  page,
  card,
  chromium,
  serve,
}) => {
  // A machine that is held up between two steps of the pointer makes it rest there.
  await setSetting(chromium, "dwell", 1000);
  const hosts = await goTo(page, (await serve({ "/": story })).origin);
  const { y } = await pointOf(page, "NATO");
  for (const [from, to] of [
    [0, 900],
    [900, 0],
  ] as const) {
    await page.mouse.move(from, y);
    await page.mouse.move(to, y, { steps: 12 });
  }
  await openCard(page, card, "Sky News");
  expect(await hosts()).toBe(1);
});

test("the way to the card holds it, however slow", async ({ page, card, serve }) => {
  const hosts = await goTo(page, (await serve({ "/": story })).origin);
  const start = await pointOf(page, "Donald Trump");
  let opened = 0;
  for (let held = Number.POSITIVE_INFINITY; held >= 250; ) {
    await page.mouse.move(1200, 10);
    await expectNoCard(page, card);
    await openCard(page, card, "Donald Trump");
    opened += 1;
    const { x, y, width } = await card.box();
    const begun = Date.now();
    let before = begun;
    // How long the pointer stood still at most: a machine that is held up for longer than that may take has let go of the card.
    held = 0;
    const move = async (to: Point) => {
      const now = Date.now();
      await page.mouse.move(to.x, to.y);
      held = Math.max(held, Date.now() - before);
      before = now;
    };
    // Off the line and not yet on the card, by hairs, for longer than a pointer may be off both.
    for (let hair = 0; Date.now() - begun < 500; hair += 0.02)
      await move({ x: start.x + hair, y: Math.min(start.y + 11 + hair, y - 1) });
    await move({ x: start.x + 2, y: y + 10 });
    await page.mouse.move(x + width - 40, y + 100, { steps: 10 });
  }
  expect((await card.read())?.name).toBe("Donald Trump");
  await card.click("button", /^Keep this card open$/u);
  expect(await hosts()).toBe(opened);
});

test("a way that leads elsewhere closes the card", async ({ page, card, serve }) => {
  await goTo(page, (await serve({ "/": story })).origin);
  await openCard(page, card, "NATO");
  await page.mouse.move(1200, 10, { steps: 30 });
  await expectNoCard(page, card);
});

test("names that are scrolled under the pointer open nothing", async ({ page, card, serve }) => {
  const hosts = await goTo(page, (await serve({ "/": story })).origin);
  const { x, y } = await pointOf(page, "Sky News");
  const above = await pointOf(page, "NATO");
  await page.mouse.move(x, above.y + 2 * (y - above.y));
  await page.mouse.wheel(0, y - above.y);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(30);
  await openCard(page, card, "Vladimir Putin");
  expect(await hosts()).toBe(1);
});

test("what scrolls elsewhere, without end, keeps no card from opening", async ({ page, card, serve }) => {
  const ticker =
    html(`<p>Volodymyr Zelensky spoke of NATO.</p><div id=ticker style="overflow:auto;height:50px;width:200px">
    <p style="height:9000px">Shares rose.</p></div>
    <script>const roll = () => { ticker.scrollTop = (ticker.scrollTop + 3) % 8000; requestAnimationFrame(roll) }; roll()</script>`);
  await page.goto((await serve({ "/": ticker })).origin);
  await openCard(page, card, "NATO");
});

test("pressed buttons, drags and selections open nothing, nor does the name where they end", async ({
  page,
  card,
  serve,
}) => {
  const hosts = await goTo(page, (await serve({ "/": story })).origin);
  const [from, to] = [await pointOf(page, "spoke of"), await pointOf(page, "Crimea")];
  const rests = async () => {
    await page.waitForFunction(
      (until) => performance.now() > until,
      (await page.evaluate(() => performance.now())) + 400,
    );
    expect(await hosts()).toBe(0);
  };
  const stroke = async (start: Point, button: "left" | "middle" | "right" = "left") => {
    await page.mouse.move(start.x, start.y);
    await page.mouse.down({ button });
    await restAt(page, to);
    await rests();
    await page.mouse.up({ button });
    for (const step of [1, 2, 1, 0]) await page.mouse.move(to.x + step, to.y);
    await rests();
  };
  // Selects; and then drags what is selected.
  await stroke(from);
  expect(await page.evaluate(() => String(getSelection()))).toContain("of NATO, C");
  await stroke({ x: from.x + 20, y: from.y });
  expect(await page.evaluate(() => String(getSelection()))).toContain("of NATO, C");
  await stroke(from, "middle");
  await stroke(from, "right");
  await page.keyboard.press("Escape");
  await openCard(page, card, "Sky News");
  expect(await hosts()).toBe(1);
});

test("typing opens nothing, though the hand moves the pointer a little", async ({ page, card, chromium, serve }) => {
  await setSetting(chromium, "dwell", 1000);
  const hosts = await goTo(page, (await serve({ "/": story })).origin);
  await page.getByLabel("Note").focus();
  const { x, y } = await restOn(page, "Crimea");
  await page.keyboard.press("a");
  const start = await page.evaluate(() => performance.now());
  for (let letter = 0; (await page.evaluate(() => performance.now())) < start + 1500; letter++) {
    await page.mouse.move(x + (letter % 2), y);
    if (letter % 10 === 0) await page.keyboard.press("b");
  }
  expect(await hosts()).toBe(0);
  await openCard(page, card, "Sky News");
  expect(await hosts()).toBe(1);
});

test("links and buttons keep their click, with a card open and without", async ({ page, card, chromium, serve }) => {
  const { origin } = await serve({ "/": story });
  const watchClicks = () =>
    page.evaluate(() => {
      document.body.dataset.clicks = "";
      document.body.addEventListener("click", ({ target, defaultPrevented }) => {
        document.body.dataset.clicks += `${(target as Element).nodeName}${defaultPrevented ? "!" : ""} `;
      });
    });
  const clicks = () => page.evaluate(() => document.body.dataset.clicks);
  let hosts = await goTo(page, origin);
  await watchClicks();
  const link = await pointOf(page, "Boris Johnson");
  await page.mouse.click(link.x, link.y);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe("#followed");
  await page.evaluate(() => history.replaceState(null, "", "#"));
  await openCard(page, card, "Sky News");
  expect(await hosts()).toBe(1);
  await page.keyboard.press("Escape");
  await expectNoCard(page, card);
  await openCard(page, card, "Boris Johnson");
  await page.mouse.click(link.x, link.y);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe("#followed");
  await expectNoCard(page, card);
  expect(await clicks()).toBe("A A ");
  expect(await hosts()).toBe(2);

  await setSetting(chromium, "openBy", "click");
  await page.evaluate(() => history.replaceState(null, "", "/"));
  // Loaded anew, it knows the setting once it is marked.
  hosts = await goTo(page, origin);
  await watchClicks();
  await page.mouse.click(link.x, link.y);
  const button = await pointOf(page, "France");
  await page.mouse.click(button.x, button.y);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe("#followed");
  expect(await clicks()).toBe("A BUTTON ");
  const name = await pointOf(page, "Sky News");
  await page.mouse.click(name.x, name.y);
  await expect.poll(async () => (await card.read())?.name).toBe("Sky News");
  expect(await hosts()).toBe(1);
  // One click leads from card to card, and one more puts the card away.
  const other = await pointOf(page, "Luhansk");
  await page.mouse.click(other.x, other.y);
  await expect.poll(async () => (await card.read())?.name).toBe("Luhansk");
  await page.mouse.click(other.x, other.y);
  await expectNoCard(page, card);
  expect(await hosts()).toBe(2);
});

test("a name with a tooltip of the page's has its card, and keeps its tooltip untouched", async ({
  page,
  card,
  serve,
}) => {
  const body = html(`<p>Volodymyr Zelensky spoke of <abbr title="North Atlantic Treaty Organization">NATO</abbr>.</p>`);
  await page.goto((await serve({ "/": body })).origin);
  const changes = await page.evaluateHandle(() => {
    const seen: (string | null)[] = [];
    new MutationObserver((records) => {
      for (const { attributeName } of records) seen.push(attributeName);
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["title"] });
    return seen;
  });
  await openCard(page, card, "NATO");
  expect(await page.locator("abbr").getAttribute("title")).toBe("North Atlantic Treaty Organization");
  await page.keyboard.press("Escape");
  await expectNoCard(page, card);
  expect(await changes.jsonValue()).toEqual([]);
});
