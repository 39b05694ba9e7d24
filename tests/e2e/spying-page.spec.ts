import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "../support/extended-page.ts";
import { html } from "../support/page-html.ts";
import { restAt, visibleMarks } from "../support/reading.ts";
import { spy } from "../support/spy.ts";
import { openCard, setSetting } from "../support/using-cards.ts";

/** The first column of the table under “What a page can see”. */
const admitted = Array.from(
  (readFileSync("docs/threat-model.md", "utf8").split("## What a page can see")[1] ?? "")
    .split("\n## ")[0]
    ?.matchAll(/^\| `([\w-]+)` \|/gmu) ?? [],
  ([, name]) => name,
);

/** Beneath where cards open there is nothing: what is done there, does nothing without one. */
const body =
  "<p id=story>Volodymyr Zelensky spoke of NATO.</p><div style='height: 1200px'></div><p>Sky News reported.</p>";

/** All that the page saw, by what it looked at, in the order in which it looked. */
type Seen = Record<string, string[]>;

const look = (page: Page, moment: string) =>
  page.evaluate(
    (now) => (globalThis as unknown as { spy: { look(moment: string): Promise<void> } }).spy.look(now),
    moment,
  );
const seenBy = (page: Page) => page.evaluate(() => (globalThis as unknown as { spy: { seen: Seen } }).spy.seen);

test("a page sees of us what the threat model admits, and nothing else", async ({
  page,
  card,
  serve,
  chromium,
  plain,
}) => {
  const served = { "/": html(body, `<script>(${spy})(${JSON.stringify(chromium.urlOf(""))})</script>`) };
  const server = await serve(served);
  await setSetting(chromium, "sitesOff", ["secret-site.example"]);
  await page.goto(server.origin);
  await expect.poll(async () => (await visibleMarks(page)).length).toBe(2);
  await look(page, "marked");

  // Every press is noted, to be repeated where there is no card.
  const presses: { x: number; y: number }[] = [];
  const press = async (role: string, name: RegExp) => {
    const before = presses.length;
    const { click } = page.mouse;
    page.mouse.click = (x, y) => {
      presses.push({ x, y });
      return click.call(page.mouse, x, y);
    };
    await card.click(role, name);
    page.mouse.click = click;
    expect(presses).toHaveLength(before + 1);
  };
  await openCard(page, card, "NATO");
  await look(page, "opened");
  await press("button", /^Keep this card open$/u);
  await press("button", /^Source 1:/u);
  const words = (await card.read())?.text ?? "";
  await look(page, "used");
  await press("button", /^Ukraine/u);
  await expect.poll(async () => (await card.read())?.name).toMatch(/^Ukraine/u);
  const related = (await card.read())?.text ?? "";
  const { x, y, width } = await card.box();
  const drag = async (tab: Page) => {
    await tab.mouse.move(x + 30, y + 90);
    await tab.mouse.down();
    await tab.mouse.move(x + width - 40, y + 220, { steps: 4 });
    await tab.mouse.up();
    await tab.keyboard.press("Control+c");
    await tab.keyboard.press("Control+a");
    await tab.keyboard.press("Control+c");
    await tab.keyboard.press("Tab");
  };
  await drag(page);
  await look(page, "selected");
  // Back to the first card, and away.
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await card.read())?.name).toBe("NATO");
  await page.keyboard.press("Escape");
  await expect.poll(() => card.read()).toBeUndefined();
  await look(page, "closed");
  const seen = await seenBy(page);

  const bare = await plain.newPage();
  await bare.goto(server.origin);
  await look(bare, "marked");
  const nato = (await visibleMarks(page)).find((mark) => mark.words === "NATO");
  await restAt(bare, nato ?? { x: 0, y: 0 });
  await look(bare, "opened");
  for (const at of presses.slice(0, 2)) await bare.mouse.click(at.x, at.y);
  await look(bare, "used");
  for (const at of presses.slice(2)) await bare.mouse.click(at.x, at.y);
  await drag(bare);
  await look(bare, "selected");
  await bare.keyboard.press("Escape");
  await bare.keyboard.press("Escape");
  await look(bare, "closed");
  const control = await seenBy(bare);
  await bare.close();

  const differing = Object.keys(seen).filter((what) => JSON.stringify(seen[what]) !== JSON.stringify(control[what]));
  const told = differing.map((what) => ({ what, seen: seen[what], control: control[what] }));
  expect(
    differing.sort(),
    JSON.stringify(
      told.filter(({ what }) => !admitted.includes(what)),
      null,
      1,
    ),
  ).toEqual(admitted.sort());

  const secrets = [...new Set(`${words} ${related}`.split(/[^\p{L}\p{N}]+/u))].filter(
    (word) => word.length > 5 && !body.includes(word) && !JSON.stringify(control).includes(word),
  );
  expect(secrets.length).toBeGreaterThan(100);
  const all = JSON.stringify(seen);
  expect(secrets.filter((word) => all.includes(word))).toEqual([]);
  expect(all).not.toContain("secret-site");
  expect(server.requests.filter((path) => path !== "/")).toEqual([]);
});

test("a page cannot press, focus, open, copy or enter an open card", async ({ page, card, serve }) => {
  await page.goto((await serve({ "/": html(body) })).origin);
  await openCard(page, card, "NATO");
  const shown = await card.read();
  const answers = await page.evaluate(() => {
    const host = document.querySelector("context-card-host") as HTMLElement;
    const tries: Record<string, () => unknown> = {
      click: () => host.click(),
      focus: () => {
        host.focus();
        return document.activeElement === host;
      },
      press: () => {
        for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick", "auxclick"])
          host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, view: window }));
      },
      type: () => {
        for (const key of ["Escape", "Enter", " ", "Tab"])
          for (const target of [host, document.body, window])
            target.dispatchEvent(
              new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }),
            );
      },
      attach: () => host.attachShadow({ mode: "open" }),
      internals: () => host.attachInternals(),
      clone: () => (host.cloneNode(true) as HTMLElement).shadowRoot,
      markup: () => host.getHTML({ serializableShadowRoots: true, shadowRoots: [] }),
      adopt: () => document.createElement("iframe").contentDocument?.adoptNode(host),
      shadow: () => host.shadowRoot,
    };
    return Object.fromEntries(
      Object.entries(tries).map(([name, act]) => {
        try {
          return [name, act() ?? "nothing"];
        } catch (error) {
          return [name, (error as Error).name];
        }
      }),
    );
  });
  expect(answers).toEqual({
    click: "nothing",
    focus: false,
    press: "nothing",
    type: "nothing",
    attach: "NotSupportedError",
    internals: "NotSupportedError",
    clone: "nothing",
    markup: "",
    adopt: "nothing",
    shadow: "nothing",
  });
  expect(await card.read()).toEqual(shown);
});
