import { expect, type Page } from "@playwright/test";
import type { Command } from "#core/messages.ts";
import { articlePage } from "../support/article-page.ts";
import type { FocusedPart } from "../support/card-reader.ts";
import { test } from "../support/extended-page.ts";
import { giveCommand } from "../support/give-command.ts";
import { lit } from "../support/lit-mention.ts";
import { visibleMarks } from "../support/reading.ts";
import { expectNoCard } from "../support/using-cards.ts";

test.afterEach(({ complaints }) => expect(complaints).toEqual([]));

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
  await page.goto((await serve({ "/": { body: articlePage() } })).origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBeGreaterThan(10);
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
