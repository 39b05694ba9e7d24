import { expect } from "@playwright/test";
import { openContentWorld } from "../support/content-world.ts";
import { test } from "../support/extended-page.ts";
import { giveCommand } from "../support/give-command.ts";
import { restOn, serialise, visibleMarks } from "../support/reading.ts";
import { openCard } from "../support/using-cards.ts";

function html(body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`;
}

test("a page under a strict content security policy is marked, and shows its card in full dress", async ({
  page,
  card,
  serve,
  complaints,
}) => {
  const policy =
    "default-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts";
  const server = await serve({
    "/": { body: html("<p>Volodymyr Zelensky named Crimea.</p>"), headers: { "content-security-policy": policy } },
  });
  await page.goto(server.origin);
  await expect
    .poll(async () => (await visibleMarks(page)).map(({ words }) => words))
    .toEqual(["Volodymyr Zelensky", "Crimea"]);
  await restOn(page, "Crimea");
  await expect.poll(async () => (await card.read())?.name).toBe("Crimea");
  // Without its styles it would be as wide as the page.
  expect((await card.box()).width).toBeLessThan(500);
  await card.click("button", /^Source 1:/u);
  await expect.poll(async () => (await card.read())?.links.length).toBeGreaterThan(1);
  expect(complaints).toEqual([]);
});

test("a recipe that names France has no marks", async ({ page, chromium, serve }) => {
  const recipe = html(`<h1>Onion soup</h1><p>In France, the soup is served at midnight. Keep the peace: melt the butter
    slowly, for the United States cut of onion needs an hour. The truce between salt and sugar is a matter of diplomacy.</p>`);
  const server = await serve({ "/": { body: recipe } });
  await page.goto(server.origin);
  await expect.poll(() => chromium.digestOf(page)).toMatchObject({ state: "ready", entries: [] });
  expect(await visibleMarks(page)).toEqual([]);
});

test("a page that names nothing is spared the names and the card, until it does", async ({ page, chromium, serve }) => {
  const server = await serve({ "/": { body: html("<h1>Onion soup</h1><p>Melt the butter slowly.</p>") } });
  await page.goto(server.origin);
  const world = await openContentWorld(page);
  await expect.poll(() => chromium.digestOf(page)).toMatchObject({ state: "ready", entries: [] });
  expect(await world.hasReader()).toBe(false);
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p>Served to Volodymyr Zelensky.</p>"));
  await expect.poll(async () => (await visibleMarks(page)).map(({ words }) => words)).toEqual(["Volodymyr Zelensky"]);
  expect(await world.hasReader()).toBe(true);
});

test("where the names cannot be brought into a page, it goes on as it is, and the reader’s next wish brings them", async ({
  page,
  chromium,
  serve,
  complaints,
}) => {
  const failing = await chromium.background.evaluateHandle(() => {
    const { scripting } = (globalThis as unknown as { chrome: { scripting: { executeScript(): Promise<unknown> } } })
      .chrome;
    const failed = { asked: 0, end: () => Object.assign(scripting, { executeScript }) };
    const { executeScript } = scripting;
    scripting.executeScript = () => {
      failed.asked += 1;
      return Promise.reject(new Error("This page cannot be scripted."));
    };
    return failed;
  });
  try {
    const icon = '<link rel="icon" href="data:,">';
    const server = await serve({ "/": { body: html("<p>Volodymyr Zelensky named Crimea.</p>", icon) } });
    await page.goto(server.origin);
    await expect.poll(() => failing.evaluate(({ asked }) => asked)).toBe(4);
    await expect.poll(() => chromium.digestOf(page)).toMatchObject({ state: "reading", entries: [] });
  } finally {
    await failing.evaluate(({ end }) => void end());
  }
  // The last failure may still be on its way when the reader first asks.
  const askedAgain = async () => {
    await giveCommand(chromium, page, "next-mention");
    return (await visibleMarks(page)).map(({ words }) => words);
  };
  await expect.poll(askedAgain).toEqual(expect.arrayContaining(["Volodymyr Zelensky", "Crimea"]));
  expect(complaints).toEqual([]);
});

test("a page that wishes to be left alone is", async ({ page, chromium, serve }) => {
  const body = html("<p>Volodymyr Zelensky named Crimea.</p>", '<meta name="context-cards" content="off">');
  const server = await serve({ "/": { body } });
  await page.goto(server.origin);
  await expect.poll(() => chromium.digestOf(page)).toMatchObject({ state: "off", offBy: "page" });
  expect(await visibleMarks(page)).toEqual([]);
});

test("words that come later are marked, and words that go are not", async ({ page, chromium, serve }) => {
  const server = await serve({ "/": { body: html("<p id=one>Nothing of note.</p>") } });
  await page.goto(server.origin);
  await expect.poll(() => chromium.digestOf(page)).toMatchObject({ state: "ready" });
  const words = async () => (await visibleMarks(page)).map((mark) => mark.words);
  const write = (text: string) =>
    page.evaluate((content) => {
      const paragraph = document.querySelector("#one");
      if (paragraph) paragraph.textContent = content;
    }, text);
  await write("Volodymyr Zelensky named Crimea.");
  await expect.poll(words).toEqual(["Volodymyr Zelensky", "Crimea"]);
  await write("Vladimir Putin spoke.");
  await expect.poll(words).toEqual(["Vladimir Putin"]);
  expect(await serialise(page)).toContain('<p id="one">Vladimir Putin spoke.</p>');
});

test("a surname counts once the full name stands on the page, however late it comes", async ({
  page,
  chromium,
  serve,
}) => {
  const body = html("<p>Johnson spoke in Kyiv. Ukraine listened.</p><p id=late></p><p>Then Johnson left.</p>");
  const server = await serve({ "/": { body } });
  await page.goto(server.origin);
  await expect.poll(() => chromium.digestOf(page)).toMatchObject({ state: "ready" });
  const words = async () => (await visibleMarks(page)).map((mark) => mark.words);
  const write = (text: string) =>
    page.evaluate((content) => {
      const paragraph = document.querySelector("#late");
      if (paragraph) paragraph.textContent = content;
    }, text);
  await expect.poll(words).toEqual(["Ukraine"]);
  await write("It was Boris Johnson.");
  await expect.poll(words).toEqual(["Johnson", "Ukraine", "Boris Johnson", "Johnson"]);
  await write("It was Boris Johnson. Mike Johnson followed.");
  await expect.poll(words).toEqual(["Johnson", "Ukraine", "Boris Johnson"]);
  await write("");
  await expect.poll(words).toEqual(["Ukraine"]);
});

test("each part of a page is read in its own language", async ({ page, serve }) => {
  const body = html(`<p>It was Red VS Blue all the night, and they were sad about it.</p>
    <p lang="nl">De VS en Oekraïne praten.</p><p lang="it">Nato a Roma, vive a Milano. La Nato difende l’Ucraina.</p>`);
  const server = await serve({ "/": { body } });
  await page.goto(server.origin);
  await expect
    .poll(async () => (await visibleMarks(page)).map((mark) => mark.words))
    .toEqual(["VS", "Oekraïne", "Nato", "Ucraina"]);
});

test("a card opens over a modal dialog, inside it", async ({ page, card, serve }) => {
  const body = html(`<p>Volodymyr Zelensky</p><dialog><p>He named Crimea and NATO.</p></dialog>
    <script>document.querySelector("dialog").showModal()</script>`);
  const server = await serve({ "/": { body } });
  await page.goto(server.origin);
  await openCard(page, card, "Crimea");
  await card.click("button", /^Source 1:/u);
  await expect.poll(async () => (await card.read())?.links.length).toBeGreaterThan(1);
  await expect(page.locator("dialog > context-card-host")).toBeAttached();
});
