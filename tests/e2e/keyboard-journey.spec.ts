import { expect, type Page } from "@playwright/test";
import type { Command } from "#core/messages.ts";
import { articlePage } from "../support/article-page.ts";
import type { FocusedPart } from "../support/card-reader.ts";
import { test } from "../support/extended-page.ts";
import { giveCommand } from "../support/give-command.ts";
import { lit } from "../support/lit-mention.ts";
import { visibleMarks } from "../support/reading.ts";
import { expectNoCard, openArticle } from "../support/using-cards.ts";

// Each press of Tab asks for the whole accessibility tree: 20 s where other browsers run beside this one.
test.describe.configure({ timeout: 120_000 });

test.afterEach(({ complaints }) => expect(complaints).toEqual([]));

/** What has the focus, as the browser tells a screen reader, and whether a line around it shows so. */
async function focusIn(page: Page): Promise<FocusedPart> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const part = nodes.findLast(({ properties = [] }) =>
    properties.some(({ name, value }) => name === "focused" && value.value === true),
  );
  const outlined = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2;
  });
  return { role: String(part?.role?.value), name: String(part?.name?.value), outlined };
}

/** Presses Tab until what `focused` tells of has the wanted name; each stop must show that it has the focus. */
async function tabTo(
  page: Page,
  focused: () => Promise<FocusedPart | undefined>,
  wanted: RegExp,
  keys = "Tab",
): Promise<string[]> {
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press(keys);
    const part = await focused();
    if (!part || stops.length > 200) throw new Error(`${keys} leads past ${wanted}: ${stops.join(", ")}`);
    stops.push(part.name);
    expect(part, stops.join(", ")).toMatchObject({ outlined: true });
    if (wanted.test(part.name)) return stops;
  }
}

test("the whole journey through an article by keyboard alone, as a screen reader is told of it", async ({
  page,
  card,
  chromium,
  serve,
}) => {
  const command = (name: Command) => giveCommand(chromium, page, name);
  await openArticle(page, serve);
  const link = page.getByRole("link").first();
  await link.evaluate((element) => element.focus({ preventScroll: true }));
  const events = await page.evaluateHandle(() => {
    const seen: string[] = [];
    for (const type of ["focusin", "focusout", "selectionchange", "keydown"])
      document.addEventListener(type, () => seen.push(type), true);
    return seen;
  });

  // From name to name: what the page hears of it is nothing.
  const words = (await visibleMarks(page)).map((mark) => mark.words);
  const until = words.indexOf("Sky News");
  for (const expected of words.slice(0, until + 2)) {
    await command("next-mention");
    await expect.poll(() => lit(page)).toBe(expected);
  }
  await command("previous-mention");
  await expect.poll(() => lit(page)).toBe("Sky News");
  expect(await events.jsonValue()).toEqual([]);
  await expect(link).toBeFocused();
  await expectNoCard(page, card);

  // Into the card, to a source and out of it.
  await command("open-card");
  await expect.poll(() => card.focused()).toEqual({ role: "dialog", name: "Sky News", outlined: true });
  const stops = await tabTo(page, card.focused, /^Source 1:/u);
  expect(stops.slice(0, 3)).toEqual(["Mark less", "Keep this card open", "Close this card"]);
  const folded = (await card.read())?.text ?? "";
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await card.read())?.text.length).toBeGreaterThan(folded.length);
  await page.keyboard.press("Tab");
  expect((await card.focused())?.role).toBe("link");
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await card.read())?.text).toBe(folded);
  expect((await card.focused())?.name).toMatch(/^Source 1:/u);

  // To a related card and back to where it was reached from.
  await tabTo(page, card.focused, /^Volodymyr Zelensky$/u);
  await page.keyboard.press("Enter");
  await expect.poll(() => card.focused()).toMatchObject({ role: "heading", name: "Volodymyr Zelensky" });
  expect((await card.read())?.name).toBe("Volodymyr Zelensky");
  await page.keyboard.press("Escape");
  await expect.poll(() => card.focused()).toMatchObject({ role: "button", name: "Volodymyr Zelensky" });
  expect((await card.read())?.name).toBe("Sky News");

  // Less is marked, and that is taken back; the focus is never lost.
  await tabTo(page, card.focused, /^Mark less$/u, "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, card.focused, /^Do not mark “Sky News” anywhere$/u);
  await page.keyboard.press("Enter");
  await expect.poll(() => card.focused()).toMatchObject({ role: "button", name: "Undo" });
  expect((await card.read())?.text).toContain("Not marked any more.");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => card.focused())
    .toMatchObject({ role: "button", name: expect.stringMatching(/^Do not mark “Sky News” on/u) });
  await page.keyboard.press("Escape");
  await expect.poll(() => card.focused()).toMatchObject({ role: "button", name: "Mark less" });
  await page.keyboard.press("Escape");
  await expectNoCard(page, card);
  await expect(link).toBeFocused();
  await page.keyboard.press("Escape");
  await expect.poll(() => lit(page)).toBeUndefined();
});

test("the popup, a card in it and the options by keyboard alone, as a screen reader is told of them", async ({
  page,
  chromium,
  serve,
  openPopup,
}) => {
  await page.goto((await serve({ "/": { body: articlePage() } })).origin);
  await expect.poll(async () => (await chromium.digestOf(page)).state).toBe("ready");
  const popup = await openPopup();
  const focused = () => focusIn(popup);
  await expect(popup.getByRole("listitem").first()).toBeVisible();
  await expect.poll(focused).toEqual({ role: "combobox", name: "Look up a card", outlined: true });

  // Looking a card up, reading it, and going back.
  await popup.keyboard.type("Krim");
  await expect(popup.getByRole("option", { selected: true })).toContainText("Crimea");
  await popup.keyboard.press("Enter");
  await expect.poll(focused).toMatchObject({ role: "heading", name: "Crimea" });
  await tabTo(popup, focused, /^Source 1:/u);
  await popup.keyboard.press("Enter");
  await expect(popup.getByRole("button", { name: /^Source 1:/u })).toHaveAttribute("aria-expanded", "true");
  await popup.keyboard.press("Escape");
  await expect.poll(focused).toMatchObject({ role: "button", name: expect.stringMatching(/^Source 1:/u) });
  await popup.keyboard.press("Escape");
  await expect.poll(focused).toMatchObject({ role: "combobox", name: "Look up a card" });
  await popup.keyboard.press("Escape");
  await expect(popup.getByRole("combobox")).toHaveValue("");

  // To a mention, and back to where the reader was.
  const place = () => page.evaluate(() => scrollY);
  await tabTo(popup, focused, /^Next mention of Boris Johnson/u);
  await popup.keyboard.press("Enter");
  await expect.poll(place).toBeGreaterThan(300);
  await expect(popup.getByRole("button", { name: "Back to where you were" })).toBeVisible();
  await tabTo(popup, focused, /^Back to where you were$/u, "Shift+Tab");
  await popup.keyboard.press("Enter");
  await expect.poll(place).toBe(0);

  // To the options, and a setting changed.
  await popup.getByRole("combobox").focus();
  await tabTo(popup, focused, /^Options$/u, "Shift+Tab");
  const opened = chromium.context.waitForEvent("page");
  await popup.keyboard.press("Enter");
  const options = await opened;
  await expect(options.getByRole("heading", { name: "Sites" })).toBeVisible();
  const onOptions = () => focusIn(options);
  await tabTo(options, onOptions, /^Every mention$/u);
  await options.keyboard.press("ArrowDown");
  await expect.poll(onOptions).toEqual({ role: "radio", name: "Only the first mention of each", outlined: true });
  await expect.poll(() => chromium.storedSettings()).toMatchObject({ settings: { values: { mentions: "first" } } });
  await options.close();
});
