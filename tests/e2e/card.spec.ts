import { expect } from "@playwright/test";
import { articlePage } from "../support/article-page.ts";
import { test } from "../support/extended-page.ts";
import { html } from "../support/page-html.ts";
import { expectNoCard, openCard, setSetting } from "../support/using-cards.ts";

for (const [name, origin] of [
  ["on a page that may use the clipboard", undefined],
  ["on plain http", "http://news.example"],
] as const) {
  test(`copies a card and a citation ${name}`, async ({ page, serve, card, chromium }) => {
    const server = await serve({ "/": { body: articlePage() }, "/paste": { body: "<title>Paste</title>" } });
    if (origin)
      await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: "text/html", body: articlePage() }));
    await page.goto(`${origin ?? server.origin}/`);
    await chromium.context.grantPermissions(["clipboard-read"], { origin: server.origin });
    const paste = async () => {
      const other = await chromium.context.newPage();
      await other.goto(`${server.origin}/paste`);
      const text = await other.evaluate(() => navigator.clipboard.readText());
      await other.close();
      await page.bringToFront();
      return text;
    };

    await openCard(page, card, "NATO umbrella");
    await card.click("button", /^Keep this card open/u);
    await card.click("button", /^Source 10:/u);
    await card.click("button", /^Copy citation/u);
    await expect.poll(async () => (await card.read())?.text).toContain("Copied");
    const citation = await paste();
    expect(citation).toContain("should take under the NATO umbrella");
    expect(citation).toContain("Associated Press");
    expect(citation).toMatch(/https:\/\/\S+$/u);

    await card.click("button", /^Copy card/u);
    await expect.poll(async () => (await card.read())?.text).toMatch(/Copied.*Copied/u);
    const whole = await paste();
    expect(whole).toMatch(/^NATO umbrella\n/u);
    expect(whole).toContain("[10] ");
    expect(whole).toContain(citation);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe("");
  });
}

test("goes with the words that it is about, when they are removed or hidden", async ({ page, serve, card }) => {
  const body = html("<main><p id=words>Volodymyr Zelensky spoke.</p></main><p>Crimea, said Sky News.</p>");
  const server = await serve({ "/": body });
  for (const act of ["remove()", "toggleAttribute('hidden', true)"]) {
    await page.goto(server.origin);
    await openCard(page, card, "Volodymyr Zelensky");
    await page.evaluate(`document.querySelector("#words").${act}`);
    await expectNoCard(page, card);
    await openCard(page, card, "Crimea");
  }
});

test("follows the page's own ground, and the text size that is set", async ({ page, serve, card, chromium }) => {
  const dark = articlePage().replace("</head>", "<style>body{background:#101418;color:#eee}</style></head>");
  const server = await serve({ "/": { body: articlePage() }, "/dark": { body: dark } });
  await setSetting(chromium, "theme", "page");
  const grounds: string[] = [];
  for (const path of ["/", "/dark"]) {
    await page.goto(server.origin + path);
    await openCard(page, card, "Sky News");
    grounds.push(await card.background());
  }
  expect(grounds).toEqual(["rgb(255, 255, 255)", "rgb(23, 25, 29)"]);
  const usual = await card.box();
  await setSetting(chromium, "textSize", 150);
  await expect.poll(async () => (await card.box()).width).toBeCloseTo(usual.width * 1.5, -1);
});
