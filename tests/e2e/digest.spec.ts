import { expect, type Page } from "@playwright/test";
import { test } from "../support/extended-page.ts";
import { html } from "../support/page-html.ts";

const filler = '<div style="height: 1500px"></div>';

test.describe("the digest of a page with frames", () => {
  /** A page with two frames, of its own site and another, below what fits the window; and one more inside the second. */
  async function openPage(page: Page, serve: Parameters<Parameters<typeof test>[2]>[0]["serve"]) {
    const inner = await serve({
      "/far": html(`${filler}<p>Volodymyr Zelensky spoke to Sky News.</p><iframe src="/inside"></iframe>`),
      "/inside": html(`${filler}<p>Then of the Budapest Memorandum, and of Crimea.</p>`),
    });
    const server = await serve({
      "/": html(
        `<p>Crimea, and Crimea.</p>${filler}<iframe src="/near"></iframe>${filler}` +
          `<iframe src="${inner.origin.replace("127.0.0.1", "localhost")}/far"></iframe>${filler}`,
      ),
      "/near": html(`${filler}<p>In Crimea, Ukraine.</p>`),
    });
    await page.goto(server.origin);
  }

  /** How far each frame is scrolled, by its address. */
  async function scrolled(page: Page): Promise<Record<string, number>> {
    const all = page
      .frames()
      .map(async (frame) => [new URL(frame.url()).pathname, await frame.evaluate(() => scrollY)]);
    return Object.fromEntries(await Promise.all(all));
  }

  test("counts the mentions of all frames, jumps into each, and back", async ({ page, serve, openPopup }) => {
    await openPage(page, serve);
    const popup = await openPopup();
    const row = (title: string) =>
      popup.getByRole("listitem").filter({ has: popup.locator(".title", { hasText: title }) });
    const next = (title: string) => row(title).getByRole("button", { name: /^Next mention/u });
    await expect(next("Crimea")).toHaveText("4");
    await expect(popup.getByRole("listitem")).toHaveCount(5);
    await expect(popup.getByRole("listitem").locator(".title")).toHaveText([
      "Crimea",
      "Ukraine",
      "Volodymyr Zelensky",
      "Sky News",
      "Budapest Memorandum",
    ]);
    const start = { "/": 0, "/near": 0, "/far": 0, "/inside": 0 };
    expect(await scrolled(page)).toEqual(start);

    for (const _ of [1, 2, 3]) await next("Crimea").click();
    await expect(next("Crimea")).toHaveText("3 of 4");
    // The frame is brought into the window once it has told that the mention is in it.
    await expect.poll(async () => (await scrolled(page))["/"]).toBeGreaterThan(800);
    await expect.poll(async () => (await scrolled(page))["/near"]).toBeGreaterThan(1000);
    await next("Crimea").click();
    await expect(next("Crimea")).toHaveText("4 of 4");
    await expect.poll(async () => (await scrolled(page))["/"]).toBeGreaterThan(2400);
    await expect.poll(async () => (await scrolled(page))["/far"]).toBeGreaterThan(1000);
    await expect.poll(async () => (await scrolled(page))["/inside"]).toBeGreaterThan(1000);
    await popup.getByRole("button", { name: "Back to where you were" }).click();
    await expect.poll(() => scrolled(page)).toEqual(start);
  });

  test("says of a PDF file that it is one, and tells it from a page without names", async ({
    page,
    serve,
    openPopup,
    chromium,
  }) => {
    const file = `%PDF-1.4
      1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
      2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
      3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>> endobj
      trailer <</Root 1 0 R>>`;
    const server = await serve({
      // By its address it could be anything.
      "/papers/2411": { type: "application/pdf", body: file },
      "/empty": html("<p>Rain, and nothing else.</p>"),
    });
    await page.goto(`${server.origin}/papers/2411`);
    await expect.poll(() => chromium.digestOf(page)).toMatchObject({ state: "off", offBy: "pdf" });
    const popup = await openPopup();
    await expect(popup.getByText("This is a PDF")).toBeVisible();
    await expect(popup.getByRole("combobox")).toBeVisible();
    await page.goto(`${server.origin}/empty`);
    await expect(popup.getByText("names none of the story’s")).toBeVisible();
    await expect(popup.getByText("This is a PDF")).toBeHidden();
  });

  test("follows frames that come and go", async ({ page, serve, openPopup }) => {
    await openPage(page, serve);
    const popup = await openPopup();
    const items = popup.getByRole("listitem");
    await expect(items).toHaveCount(5);
    await page.evaluate(() => document.querySelectorAll("iframe")[1]?.remove());
    await expect(items).toHaveCount(2);
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.srcdoc = "<p>Boris Johnson spoke to Sky News.";
      document.body.append(frame);
    });
    await expect(items).toHaveCount(4);
  });
});
