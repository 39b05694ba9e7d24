import { expect, type Page } from "@playwright/test";
import type { CardReader } from "../support/card-reader.ts";
import { test } from "../support/extended-page.ts";
import { html } from "../support/page-html.ts";
import { restAt } from "../support/reading.ts";
import { expectNoCard, expectUsable, openCard } from "../support/using-cards.ts";

test.afterEach(({ complaints }) => expect(complaints).toEqual([]));

const story = "<p>Volodymyr Zelensky spoke of NATO.</p>";

test.describe("over modal dialogs", () => {
  const nested = html(`${story}<dialog id=outer><p>He named Crimea.</p>
    <dialog id=inner><p>Sky News reported.</p></dialog></dialog>
    <script>outer.showModal(); inner.showModal()</script>`);

  test("the card can be used in a dialog inside a dialog, and in each that is left", async ({ page, card, serve }) => {
    await page.goto((await serve({ "/": nested })).origin);
    await expectUsable(page, card, "Sky News");
    await expect(page.locator("#inner > context-card-host")).toBeAttached();
    await page.evaluate(() => document.querySelector<HTMLDialogElement>("#inner")?.close());
    await expectNoCard(page, card);
    await expectUsable(page, card, "Crimea");
    await page.evaluate(() => document.querySelector<HTMLDialogElement>("#outer")?.close());
    await expectNoCard(page, card);
    await expectUsable(page, card, "NATO");
  });

  test("Escape puts the card away first, and then the dialogs, one a press", async ({ page, card, serve }) => {
    // The browser tells apart for Escape only what the reader has opened.
    const body = html(`${story}<button onclick="outer.showModal()">One</button>
      <dialog id=outer><button onclick="inner.showModal()">Two</button>
      <dialog id=inner><p>Sky News reported.</p></dialog></dialog>`);
    await page.goto((await serve({ "/": body })).origin);
    await page.getByText("One", { exact: true }).click();
    await page.getByText("Two", { exact: true }).click();
    const open = () => page.evaluate(() => [...document.querySelectorAll("dialog[open]")].map(({ id }) => id));
    await openCard(page, card, "Sky News");
    await page.keyboard.press("Escape");
    await expectNoCard(page, card);
    expect(await open()).toEqual(["outer", "inner"]);
    await page.keyboard.press("Escape");
    await expect.poll(open).toEqual(["outer"]);
    await page.keyboard.press("Escape");
    await expect.poll(open).toEqual([]);
  });

  test("a pinned card goes with its dialog", async ({ page, card, serve }) => {
    await page.goto((await serve({ "/": nested })).origin);
    await openCard(page, card, "Sky News");
    await card.click("button", /^Keep this card open$/u);
    await page.evaluate(() => document.querySelector("#inner")?.remove());
    await expectNoCard(page, card);
  });

  for (const mode of ["open", "closed"]) {
    test(`the card can be used where a component with an ${mode} shadow root brings the dialog`, async ({
      page,
      card,
      serve,
    }) => {
      const component = html(`${story}<news-dialog><p>He named Crimea.</p></news-dialog><script>
        customElements.define("news-dialog", class extends HTMLElement {
          connectedCallback() {
            const root = this.attachShadow({ mode: "${mode}" });
            root.innerHTML = "<dialog><slot></slot></dialog>";
            root.firstChild.showModal();
            this.close = () => root.firstChild.close();
          }
        });</script>`);
      await page.goto((await serve({ "/": component })).origin);
      await expectUsable(page, card, "Crimea");
      await page.evaluate(() => document.querySelector<HTMLDialogElement>("news-dialog")?.close());
      await expectNoCard(page, card);
      await expectUsable(page, card, "NATO");
    });
  }
});

test.describe("over popovers", () => {
  const menus = html(`${story}<button popovertarget=menu>Menu</button>
    <div popover id=menu><p>He named Crimea.</p><button popovertarget=more>More</button>
      <div popover id=more><p>Sky News reported.</p></div></div>`);

  test("the card can be used in a popover and in one inside it, and they stay open", async ({ page, card, serve }) => {
    await page.goto((await serve({ "/": menus })).origin);
    await page.getByText("Menu").click();
    await expectUsable(page, card, "Crimea");
    await expect(page.locator("#menu")).toBeVisible();
    await page.keyboard.press("Escape");
    await expectNoCard(page, card);
    await page.getByText("More").click();
    await expectUsable(page, card, "Sky News");
    await expect(page.locator("#more")).toBeVisible();
    await page.evaluate(() => document.querySelector<HTMLElement>("#menu")?.hidePopover());
    await expectNoCard(page, card);
  });

  test("the card can be used in a popover that is a component", async ({ page, card, serve }) => {
    const component = html(`${story}<news-menu popover=manual></news-menu><script>
      const menu = document.querySelector("news-menu");
      menu.attachShadow({ mode: "open" }).innerHTML = "<p>Crimea is Crimea is Crimea.</p>";
      menu.showPopover();</script>`);
    await page.goto((await serve({ "/": component })).origin);
    // The words stand in a shadow tree, where the page's own text does not show them.
    const line = await page.getByText("Crimea").boundingBox();
    if (!line) throw new Error("the popover is not shown");
    await restAt(page, { x: line.x + 20, y: line.y + line.height / 2 });
    await expect.poll(async () => (await card.read())?.name).toBe("Crimea");
    const before = (await card.read())?.links.length ?? 0;
    await card.click("button", /^Source 1:/u);
    await expect.poll(async () => (await card.read())?.links.length).toBeGreaterThan(before);
  });
});

test.describe("over dialogs and popovers in one another", () => {
  const menu = (inside: string) => `<button popovertarget=menu>Menu</button><div popover id=menu>${inside}</div>`;

  test("the card can be used in a popover in a dialog, and goes with the popover", async ({ page, card, serve }) => {
    const body = html(`${story}<dialog id=dialog><p>He named Crimea.</p>${menu("<p>Sky News reported.</p>")}</dialog>
      <script>dialog.showModal()</script>`);
    await page.goto((await serve({ "/": body })).origin);
    await page.getByText("Menu").click();
    await expectUsable(page, card, "Sky News");
    await page.evaluate(() => document.querySelector<HTMLElement>("#menu")?.hidePopover());
    await expectNoCard(page, card);
    await expectUsable(page, card, "Crimea");
  });

  test("the card can be used in a dialog in a popover, which stays open", async ({ page, card, serve }) => {
    const body = html(
      `${story}${menu(`<button onclick="dialog.showModal()">More</button>
      <dialog id=dialog><p>He named Crimea.</p></dialog>`)}`,
    );
    await page.goto((await serve({ "/": body })).origin);
    await page.getByText("Menu").click();
    await page.getByText("More").click();
    await expectUsable(page, card, "Crimea");
    await page.evaluate(() => document.querySelector<HTMLDialogElement>("#dialog")?.close());
    await expectNoCard(page, card);
    expect(await page.evaluate(() => document.querySelector("#menu")?.matches(":popover-open"))).toBe(true);
  });
});

test.describe("in full screen", () => {
  test("the card can be used inside an element, and goes when that leaves", async ({ page, card, serve }) => {
    const body = html(`${story}<main style="background:white"><p>He named Crimea.</p>
      <button onclick="this.parentNode.requestFullscreen()">Fill the screen</button></main>`);
    await page.goto((await serve({ "/": body })).origin);
    await page.getByRole("button").click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.nodeName)).toBe("MAIN");
    await expectUsable(page, card, "Crimea");
    await card.click("button", /^Keep this card open$/u);
    await page.evaluate(() => document.exitFullscreen());
    await expectNoCard(page, card);
    await expectUsable(page, card, "NATO");
  });

  // All else is inert then, popovers too: nothing can be pointed at.
  test("a film alone is not covered by a card that was left open", async ({ page, card, serve }) => {
    const body = html(`${story}<video></video>
      <script>onkeydown = ({ key }) => key === "f" && document.querySelector("video").requestFullscreen();</script>`);
    await page.goto((await serve({ "/": body })).origin);
    await openCard(page, card, "NATO");
    await card.click("button", /^Keep this card open$/u);
    await page.mouse.click(900, 600);
    await page.keyboard.press("f");
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.nodeName)).toBe("VIDEO");
    await expectNoCard(page, card);
  });

  test("the card can be used over a film and its captions", async ({ page, card, serve }) => {
    const body = html(`${story}<figure onclick="this.requestFullscreen()">
      <video style="position:fixed;inset:0;width:100vw;height:100vh;background:black;z-index:9"></video>
      <p style="position:fixed;bottom:300px;left:200px;color:white;z-index:10">He named Crimea.</p></figure>`);
    await page.goto((await serve({ "/": body })).origin);
    await page.mouse.click(900, 600);
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.nodeName)).toBe("FIGURE");
    await expectUsable(page, card, "Crimea");
    await expect(page.locator("figure > context-card-host")).toBeAttached();
  });
});

test.describe("whatever the page's styles,", () => {
  const text = "<p id=at>Volodymyr Zelensky spoke of <b>NATO</b>.</p>";
  const styles: Record<string, string> = {
    "all of them unset": "* { all: unset !important }",
    "all of them animated": `@keyframes away { to { opacity: 0; transform: scale(2); translate: 40px; zoom: 3 } }
      * { animation: away 1s infinite alternate !important; transition: all 60s !important }
      #at, #at *, body, html, head { animation: none !important }`,
    "the host by its name": `context-card-host, context-card-host * { display: none !important; zoom: 2 !important;
      opacity: .2 !important; inset: 300px !important; filter: blur(9px) !important; rotate: 9deg !important }
      context-card-host::backdrop { display: block !important; background: red !important }`,
    "hidden divisions": "div { display: none !important }",
    "stacked to the front": "body * { position: relative; z-index: 2147483647 !important }",
    "a small root": "html { font-size: 1px } p { font-size: 16px }",
    "a zoomed root": "html { zoom: 1.37 }",
    "a zoomed root and body": "html { zoom: .8 } body { zoom: 1.75 }",
    "a filtered root": "html { filter: invert(1) blur(1px); opacity: .6 }",
    "a transformed root": "html { transform: scale(.9) translate(20px, 10px); transform-origin: 0 0 }",
    "inherited oddities": `body { font: 700 italic 30px/3 monospace; color: red; letter-spacing: 9px; word-spacing: 9px;
      text-transform: uppercase; text-indent: 50px; text-align: right; white-space: pre; visibility: visible;
      user-select: none; cursor: none; text-shadow: 2px 2px red; -webkit-text-stroke: 2px red; direction: rtl;
      writing-mode: vertical-rl; hyphens: auto; quotes: "«" "»"; font-feature-settings: "smcp"; tab-size: 40;
      color-scheme: dark; line-break: anywhere; -webkit-text-security: disc; font-variant-caps: all-small-caps }
      #at { font: 16px serif; letter-spacing: 0; writing-mode: horizontal-tb; direction: ltr; -webkit-text-security: none }`,
    "its own values under our names": ["paper", "ink", "accent", "line", "soft", "wash", "sans", "serif"]
      .map((name) => `@property --${name} { syntax: "<length>"; inherits: false; initial-value: 3px }`)
      .join(" "),
    "fonts under our fonts' names": ["Charter", "Bitstream Charter", "Georgia", "Noto Serif", "Segoe UI", "Roboto"]
      .map((name) => `@font-face { font-family: "${name}"; src: local("DejaVu Sans Mono"), local("Liberation Mono") }`)
      .join(" "),
    "parts and selections of its own": `::selection { color: red !important } ::part(x) { color: red }
      ::marker { color: red } ::first-letter { font-size: 200% !important; color: red !important }`,
  };

  let plainCard: Buffer;
  let origin: string;

  test.beforeEach(async ({ page, card, serve }) => {
    const pages = Object.entries(styles).map(([, style], index) => [
      `/${index}`,
      html(text, `<style>${style}</style>`),
    ]);
    ({ origin } = await serve({ "/": html(text), ...Object.fromEntries(pages) }));
    plainCard ??= await pictureOf(page, card, `${origin}/`);
  });

  Object.keys(styles).forEach((name, index) => {
    test(`${name}: the card looks the same`, async ({ page, card }) => {
      const styledCard = await pictureOf(page, card, `${origin}/${index}`);
      await test.info().attach("plain", { body: plainCard, contentType: "image/png" });
      await test.info().attach("styled", { body: styledCard, contentType: "image/png" });
      expect(styledCard.equals(plainCard)).toBe(true);
      const before = (await card.read())?.links.length ?? 0;
      await card.click("button", /^Source 1:/u);
      await expect.poll(async () => (await card.read())?.links.length).toBeGreaterThan(before);
    });
  });

  test("in a dialog that hides all it holds, the card is shown and can be used", async ({ page, card, serve }) => {
    const body = html(`<dialog><p>He named Crimea with Volodymyr Zelensky.</p></dialog>
      <style>dialog * { display: none !important } dialog p { display: block !important }</style>
      <script>document.querySelector("dialog").showModal()</script>`);
    await page.goto((await serve({ "/": body })).origin);
    await expectUsable(page, card, "Crimea");
  });
});

/** The card of NATO within its edges: outside, its shadow lies on the page. */
async function pictureOf(page: Page, card: CardReader, url: string): Promise<Buffer> {
  await page.goto(url);
  await openCard(page, card, "NATO");
  const { x, y, width, height } = await card.box();
  const clip = { x: x + 14, y: y + 2, width: width - 28, height: height - 16 };
  return page.screenshot({ clip, caret: "initial" });
}
