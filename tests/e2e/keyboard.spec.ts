import { expect, type Frame, type Page } from "@playwright/test";
import type { Command } from "#core/messages.ts";
import { articlePage } from "../support/article-page.ts";
import { test as base } from "../support/extended-page.ts";
import { readFrameCard } from "../support/frame-card.ts";
import { giveCommand } from "../support/give-command.ts";
import { lit } from "../support/lit-mention.ts";
import { html } from "../support/page-html.ts";
import { pointOf, visibleMarks } from "../support/reading.ts";
import { expectNoCard, openCard, setSetting } from "../support/using-cards.ts";

const test = base.extend<{ command(name: Command): Promise<void> }>({
  command: async ({ chromium, page }, use) => use((name) => giveCommand(chromium, page, name)),
});

test.afterEach(({ complaints }) => expect(complaints).toEqual([]));

const focusOf = (frame: Page | Frame) =>
  frame.evaluate(() => document.activeElement?.id || document.activeElement?.nodeName);
const places = (page: Page) => page.evaluate(() => ({ top: scrollY, selected: `${getSelection()}` }));

test("the walk goes round the page, brings each name into sight, and leads back", async ({ page, serve, command }) => {
  const far = html(`<p>Volodymyr Zelensky spoke of NATO.</p><p style="height:2000px">For long.</p>
    <div style="height:120px;overflow:auto"><p style="height:900px">There was nothing.</p><p>Then Crimea.</p></div>
    <p hidden>Unseen: Sky News.</p><p style="height:2000px">And more.</p><p>Vladimir Putin answered.</p>`);
  await page.goto((await serve({ "/": far })).origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBe(2);
  for (const expected of ["Volodymyr Zelensky", "NATO", "Crimea", "Vladimir Putin", "Volodymyr Zelensky"]) {
    await command("next-mention");
    await expect.poll(() => lit(page)).toBe(expected);
  }
  await command("previous-mention");
  await expect.poll(() => lit(page)).toBe("Vladimir Putin");
  await command("close-card");
  await expect.poll(() => places(page)).toEqual({ top: 0, selected: "" });
  expect(await lit(page)).toBeUndefined();
  // Who has read on by other means goes on from there.
  await command("next-mention");
  await expect.poll(() => lit(page)).toBe("Volodymyr Zelensky");
  await page.evaluate(() => scrollTo(0, 1500));
  await command("next-mention");
  await expect.poll(() => lit(page)).toBe("Crimea");
  await command("close-card");
  await expect.poll(() => places(page)).toEqual({ top: 1500, selected: "" });
});

test("Tab leaves the card for what is beside the name, and the command leads back into a pinned one", async ({
  page,
  card,
  serve,
  command,
}) => {
  const body = html(`<p><button id=one>One</button> <a id=two href="#two">Two</a> Volodymyr Zelensky spoke of NATO.
    <a id=three href="#three">Three</a> <button id=four>Four</button></p>`);
  await page.goto((await serve({ "/": body })).origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBe(2);
  await page.locator("#one").focus();
  const open = async () => {
    await command("open-card");
    await expect.poll(async () => (await card.focused())?.name).toBe("Volodymyr Zelensky");
  };
  await open();
  await page.keyboard.press("Shift+Tab");
  await expect.poll(() => focusOf(page)).toBe("two");
  await expectNoCard(page, card);
  await open();
  const buttons = (await card.read())?.buttons ?? [];
  for (;;) {
    await page.keyboard.press("Tab");
    if ((await card.focused())?.name === buttons.at(-1)) break;
  }
  await page.keyboard.press("Tab");
  await expect.poll(() => focusOf(page)).toBe("three");
  await expectNoCard(page, card);

  await open();
  while ((await card.focused())?.name !== "Keep this card open") await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  // By the one button before it, out of the card.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect.poll(() => focusOf(page)).toBe("two");
  expect((await card.read())?.name).toBe("Volodymyr Zelensky");
  await open();
  // Pinned, it makes way for the card of another name.
  await command("next-mention");
  await expect.poll(() => lit(page)).toBe("NATO");
  await command("open-card");
  await expect.poll(async () => (await card.focused())?.name).toBe("NATO");
  await command("close-card");
  await expectNoCard(page, card);
});

test("a card that hovering opened takes no focus; the command gives it, Escape gives it back", async ({
  page,
  card,
  chromium,
  serve,
  command,
}) => {
  await page.goto((await serve({ "/": { body: articlePage() } })).origin);
  const link = page.getByRole("link").first();
  await link.evaluate((element) => element.focus({ preventScroll: true }));
  await openCard(page, card, "Sky News");
  expect(await card.focused()).toBeUndefined();
  await expect(link).toBeFocused();
  await command("open-card");
  await expect.poll(() => card.focused()).toMatchObject({ role: "dialog", name: "Sky News" });
  // The pointer may leave what the focus is on.
  await page.mouse.move(1200, 20, { steps: 5 });
  await page.keyboard.press("Tab");
  expect((await card.focused())?.role).toBe("button");
  await page.keyboard.press("Escape");
  await expectNoCard(page, card);
  await expect(link).toBeFocused();

  await setSetting(chromium, "openBy", "click");
  // Loaded anew, it knows the setting once it is marked.
  await page.reload();
  await expect.poll(async () => (await visibleMarks(page)).map((mark) => mark.words)).toContain("Sky News");
  const { x, y } = await pointOf(page, "Crimea");
  await page.mouse.click(x, y);
  await expect.poll(() => card.focused()).toMatchObject({ role: "dialog", name: "Crimea" });
});

test("over a dialog, names beneath it are passed over; in full screen, too", async ({ page, card, serve, command }) => {
  const body = html(`<p>Volodymyr Zelensky spoke of NATO.</p>
    <dialog id=dialog><button id=inner autofocus>Read</button><p>He named Crimea and Sky News.</p></dialog>
    <main style="background:white"><button id=fill onclick="this.parentNode.requestFullscreen()">Fill</button>
    <p>Vladimir Putin named Luhansk.</p></main>
    <script>dialog.showModal(); document.onfullscreenchange = () => (fill.dataset.told = "")</script>`);
  await page.goto((await serve({ "/": body })).origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBeGreaterThan(3);
  for (const expected of ["Crimea", "Sky News", "Crimea"]) {
    await command("next-mention");
    await expect.poll(() => lit(page)).toBe(expected);
  }
  await command("open-card");
  await expect.poll(() => card.focused()).toMatchObject({ role: "dialog", name: "Crimea" });
  await page.keyboard.press("Shift+Tab");
  await expect.poll(() => focusOf(page)).toBe("inner");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => document.querySelector("dialog")?.open)).toBe(false);

  await page.locator("#fill").click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.nodeName)).toBe("MAIN");
  // It is so before all are told of it, and what is told closes a card.
  await expect(page.locator("#fill[data-told]")).toBeVisible();
  await command("next-mention");
  await expect.poll(() => lit(page)).toBe("Vladimir Putin");
  await command("open-card");
  await expect.poll(() => card.focused()).toMatchObject({ role: "dialog", name: "Vladimir Putin" });
  await page.keyboard.press("Escape");
  await expectNoCard(page, card);
  await expect(page.locator("#fill")).toBeFocused();
});

test("a page's own dialog that keeps the focus within lets it into the card", async ({
  page,
  card,
  serve,
  command,
}) => {
  const body = html(`<p>Vladimir Putin spoke.</p><div id=modal role=dialog aria-label=Story tabindex=-1>
    <p>Volodymyr Zelensky spoke of NATO.</p><button id=inner>Close</button></div>
    <script>inner.focus(); document.addEventListener("focusin", ({ target }) => modal.contains(target) || inner.focus(), true)</script>`);
  await page.goto((await serve({ "/": body })).origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBe(3);
  for (let step = 0; step < 3; step++) await command("next-mention");
  await expect.poll(() => lit(page)).toBe("NATO");
  await command("open-card");
  await expect.poll(() => card.focused()).toMatchObject({ role: "dialog", name: "NATO" });
  await command("close-card");
  await expectNoCard(page, card);
  await expect.poll(() => focusOf(page)).toBe("inner");
});

test("the walk goes through frames in the page's order, and a card in one gives the focus back", async ({
  page,
  serve,
  command,
}) => {
  const inner = await serve({
    "/": html(`<p>Within, Sky News spoke.</p><iframe srcdoc="<p>Deeper, Volodymyr Zelensky named Crimea.</p>"></iframe>
      <p style="height:900px">Then</p><p>Vladimir Putin named Luhansk.</p>`),
    "/none": html("<p>Nothing here.</p>"),
  });
  const other = inner.origin.replace("127.0.0.1", "localhost");
  const body = html(`<p>Volodymyr Zelensky spoke of NATO. <button id=one>One</button></p>
    <iframe src="${other}/none"></iframe><iframe id=far src="${other}/" style="height:300px"></iframe>
    <iframe hidden src="${other}/"></iframe><p style="height:2000px">Long.</p><p>In the end, Donetsk.</p>`);
  const { origin } = await serve({ "/": body });
  await page.goto(origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBe(2);
  const far = page.frames().find((frame) => frame.url() === `${other}/`) as Frame;
  const deep = far.childFrames()[0] as Frame;
  for (const frame of [far, deep])
    await expect
      .poll(() => frame.evaluate(() => Math.max(0, ...Array.from(CSS.highlights.values(), ({ size }) => size))))
      .toBeGreaterThan(0);
  await page.locator("#one").focus();
  const way: [Page | Frame, string][] = [
    [page, "Volodymyr Zelensky"],
    [page, "NATO"],
    [far, "Sky News"],
    [deep, "Volodymyr Zelensky"],
    [deep, "Crimea"],
    [far, "Vladimir Putin"],
    [far, "Luhansk"],
    [page, "Donetsk"],
    [page, "Volodymyr Zelensky"],
  ];
  const go = async (name: Command, [frame, words]: [Page | Frame, string]) => {
    await command(name);
    await expect.poll(() => lit(frame)).toBe(words);
    for (const another of [page, far, deep])
      if (another !== frame) await expect.poll(() => lit(another)).toBeUndefined();
  };
  for (const step of way) await go("next-mention", step);
  for (const step of way.slice(1, -1).toReversed()) await go("previous-mention", step);
  for (const step of way.slice(2, 5)) await go("next-mention", step);
  await command("open-card");
  await expect.poll(async () => (await readFrameCard(far))?.title).toBe("Crimea");
  await expect.poll(() => focusOf(deep)).toBe("CONTEXT-CARD-HOST");
  await expect.poll(() => focusOf(page)).toBe("far");
  await page.keyboard.press("Escape");
  await expect.poll(() => readFrameCard(far)).toBeUndefined();
  await expect.poll(() => focusOf(page)).toBe("one");
  await command("open-card");
  await expect.poll(async () => (await readFrameCard(far))?.title).toBe("Crimea");
  await command("close-card");
  await expect.poll(() => readFrameCard(far)).toBeUndefined();
});
