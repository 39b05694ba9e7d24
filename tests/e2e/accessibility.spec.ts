import { expect } from "@playwright/test";
import type { CardReader } from "../support/card-reader.ts";
import { test } from "../support/extended-page.ts";
import { giveCommand } from "../support/give-command.ts";
import { openShadowRoots } from "../support/open-shadow-roots.ts";
import { pointOf, restOn } from "../support/reading.ts";
import { expectNoCard, openArticle, openCard, setSetting } from "../support/using-cards.ts";

test.afterEach(({ complaints }) => expect(complaints).toEqual([]));

async function unfold(card: CardReader): Promise<void> {
  const before = (await card.read())?.links.length ?? 0;
  await card.click("button", /^Source 1:/u);
  await expect.poll(async () => (await card.read())?.links.length).toBeGreaterThan(before);
}

test("what resting opens can be reached, stays, and can be put away without moving (WCAG 1.4.13)", async ({
  page,
  card,
  serve,
}) => {
  await openArticle(page, serve);
  await openCard(page, card, "Sky News");
  const { x, y, width } = await card.box();
  await page.mouse.move(x + width / 2, y + 60, { steps: 12 });
  const now = await page.evaluate(() => performance.now());
  await page.waitForFunction((until) => performance.now() > until, now + 1500);
  expect((await card.read())?.name).toBe("Sky News");
  await page.keyboard.press("Escape");
  await expectNoCard(page, card);
});

test("in a window of 320 pixels, and with text twice as large, nothing of a card is cut off (WCAG 1.4.10, 1.4.4)", async ({
  page,
  card,
  chromium,
  serve,
}) => {
  const overflow = () =>
    page.evaluate(() => {
      const found = document.querySelector("context-card-host")?.shadowRoot?.querySelector(".card");
      if (!found) return ["no card"];
      const { left, right, top, bottom } = found.getBoundingClientRect();
      // Whatever stays while the rest scrolls must leave room for it.
      found.scrollTo({ top: 1e6, behavior: "instant" });
      const covered = (found.querySelector(".head")?.getBoundingClientRect().bottom ?? top) - top;
      const isInside = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
      const wide = [...found.querySelectorAll<HTMLElement>("*")].filter(
        (element) =>
          element.getBoundingClientRect().right > right + 1 || element.getBoundingClientRect().left < left - 1,
      );
      return [
        ...(isInside ? [] : [`card ${left} ${top} ${right} ${bottom}`]),
        ...(covered > (bottom - top) / 2 ? [`${covered} of ${bottom - top} covered by the head`] : []),
        ...wide.map(({ outerHTML }) => outerHTML),
      ];
    });
  await openArticle(page, serve);
  await openShadowRoots(page);
  for (const { width, textSize } of [
    { width: 320, textSize: 100 },
    { width: 320, textSize: 200 },
    { width: 1280, textSize: 200 },
  ]) {
    await page.setViewportSize({ width, height: 640 });
    await setSetting(chromium, "textSize", textSize);
    await pointOf(page, "NATO umbrella");
    await openCard(page, card, "NATO umbrella");
    const size = () =>
      page.evaluate(() => {
        const title = document.querySelector("context-card-host")?.shadowRoot?.querySelector("h2");
        return title ? Number.parseFloat(getComputedStyle(title).fontSize) : 0;
      });
    await expect.poll(size).toBeGreaterThanOrEqual(22 * (textSize / 100));
    await unfold(card);
    // What grew is moved into the window a frame later.
    await expect.poll(overflow).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expectNoCard(page, card);
  }
});

test("what has the focus in a card is never under its head, forwards and backwards (WCAG 2.4.11)", async ({
  page,
  card,
  chromium,
  serve,
}) => {
  await openArticle(page, serve);
  await openShadowRoots(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openCard(page, card, "NATO umbrella");
  await giveCommand(chromium, page, "open-card");
  await expect.poll(() => card.focused()).toMatchObject({ role: "dialog" });
  const focused = () =>
    page.evaluate(() => {
      const root = document.querySelector("context-card-host")?.shadowRoot;
      const active = root?.activeElement;
      const box = active?.getBoundingClientRect();
      if (!root || !active || !box) return undefined;
      // A link may run over two lines.
      const [line = box] = active.getClientRects();
      const found = root.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2);
      return { name: active.getAttribute("aria-label") ?? active.textContent, isSeen: active.contains(found) };
    });
  for (const [keys, steps] of [
    ["Tab", 25],
    ["Shift+Tab", 20],
  ] as const) {
    for (let step = 0; step < steps; step++) {
      await page.keyboard.press(keys);
      expect(await focused(), `${keys} ${step}`).toMatchObject({ isSeen: true });
    }
  }
});

test("nothing is announced on the page; what is opened on purpose takes the focus under its name", async ({
  page,
  card,
  chromium,
  serve,
}) => {
  await openArticle(page, serve);
  const session = await page.context().newCDPSession(page);
  const tree = async () => {
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    return nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => `${role?.value}: ${name?.value ?? ""}`);
  };
  const before = await tree();
  expect(before.filter((line) => /^(alert|status|log|dialog)/u.test(line))).toEqual([]);
  const lit = () =>
    page.evaluate(() => {
      const [range] = [...(CSS.highlights.get("context-card-active") ?? [])] as unknown as AbstractRange[];
      return range?.startContainer.nodeValue?.slice(range.startOffset, range.endOffset);
    });
  await giveCommand(chromium, page, "next-mention");
  await giveCommand(chromium, page, "next-mention");
  await expect.poll(lit).toBe("NATO");
  expect(await tree()).toEqual(before);

  await restOn(page, "Sky News");
  await expect.poll(async () => (await card.read())?.name).toBe("Sky News");
  expect(await card.focused()).toBeUndefined();
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const live = nodes.filter(({ properties = [] }) =>
    properties.some(({ name, value }) => name === "live" && value.value !== "off"),
  );
  // What will say that something was copied says nothing yet.
  expect(live.flatMap(({ childIds = [] }) => childIds)).toEqual([]);
  const lines = (await tree()).filter((line) => !before.includes(line));
  expect(lines).toContain("dialog: Sky News");
  expect(lines).toEqual(
    expect.arrayContaining(["heading: Sky News", "heading: In the article", "heading: Background"]),
  );

  // What the keys led to, not what the pointer is on.
  await giveCommand(chromium, page, "open-card");
  await expect.poll(() => card.focused()).toMatchObject({ role: "dialog", name: "NATO" });
});
