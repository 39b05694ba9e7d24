import { expect, type Frame, type Page } from "@playwright/test";
import type { Box } from "../support/card-reader.ts";
import { test as base } from "../support/extended-page.ts";
import { originOf, readFrameCard } from "../support/frame-card.ts";
import { markedLines } from "../support/marks-anywhere.ts";
import { restAt, serialise, visibleMarks } from "../support/reading.ts";
import type { ServedPage } from "../support/serve-pages.ts";

const story = "<p>Volodymyr Zelensky spoke of the war on Friday.</p><p>Then he named Crimea, far away.</p>";
const filler = "<p>Nothing of note was said here, and so the reader may well go on.</p>";

/** Browsers complain of a missing icon. */
const test = base.extend({
  serve: async ({ serve }, use) =>
    use((pages) => serve({ "/favicon.ico": { type: "image/x-icon", body: "" }, ...pages })),
});

function html(body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`;
}

/** How far apart two boxes are; negative where one covers the other. */
function distance(one: Box, other: Box): number {
  const across = Math.max(one.x, other.x) - Math.min(one.x + one.width, other.x + other.width);
  const down = Math.max(one.y, other.y) - Math.min(one.y + one.height, other.y + other.height);
  return Math.max(across, down);
}

/** Rests on the `line`th line of the words' mark and expects the card of this title by that line, not over it. */
async function expectCard(frame: Frame, words: string, title: string, line = 0): Promise<Box> {
  await expect.poll(() => markedLines(frame, words)).toBeTruthy();
  const origin = await originOf(frame);
  const box = (await markedLines(frame, words))?.at(line);
  if (!box) throw new Error(`“${words}” has no line ${line}`);
  const at = { ...box, x: box.x + origin.x, y: box.y + origin.y };
  await restAt(frame.page(), { x: at.x + at.width / 2, y: at.y + at.height / 2 });
  await expect.poll(async () => (await readFrameCard(frame))?.title).toBe(title);
  const card = (await readFrameCard(frame))?.box;
  if (!card) throw new Error("the card has gone");
  expect(distance(card, at)).toBeGreaterThanOrEqual(0);
  expect(distance(card, at)).toBeLessThan(12);
  return card;
}

/** A frame of the page whose content has come. */
async function frameIn(page: Page, selector = "iframe"): Promise<Frame> {
  const element = await page.waitForSelector(selector);
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`no frame in ${selector}`);
  return frame;
}

test.describe("a shadow root", () => {
  const inside = `<p>Volodymyr Zelensky named Crimea.</p>`;
  const kinds: [string, string][] = [
    ["open", `<div id=host></div><script>host.attachShadow({ mode: "open" }).innerHTML = "${inside}"</script>`],
    ["closed", `<div id=host></div><script>host.attachShadow({ mode: "closed" }).innerHTML = "${inside}"</script>`],
    ["declarative", `<div id=host><template shadowrootmode=closed>${inside}</template></div>`],
    [
      "closed, in a closed one",
      `<x-one></x-one><script>
        const outer = document.querySelector("x-one").attachShadow({ mode: "closed" });
        outer.innerHTML = "<section></section>";
        outer.firstChild.attachShadow({ mode: "closed" }).innerHTML = "${inside}";
      </script>`,
    ],
  ];
  for (const [kind, body] of kinds) {
    test(`${kind}: marked, and its card opens`, async ({ page, serve, complaints }) => {
      const server = await serve({ "/": { body: html(filler + body) } });
      await page.goto(server.origin);
      await expectCard(page.mainFrame(), "Crimea", "Crimea");
      expect(complaints).toEqual([]);
    });
  }

  for (const mode of ["open", "closed"] as const) {
    test(`${mode}, attached after its host was read, and changed later`, async ({
      page,
      serve,
      complaints,
      chromium,
    }) => {
      const server = await serve({ "/": { body: html("<div id=host>Volodymyr Zelensky</div>") } });
      await page.goto(server.origin);
      await expect.poll(() => chromium.digestOf(page)).toMatchObject({ state: "ready" });
      await expect.poll(() => markedLines(page.mainFrame(), "Volodymyr Zelensky")).toBeTruthy();
      await page.evaluate(
        ([asked, content]) => {
          const root = document.querySelector("#host")?.attachShadow({ mode: asked });
          if (!root) return;
          root.innerHTML = content;
          addEventListener("more", () => root.append("Later, Sky News came."));
        },
        [mode, inside] as const,
      );
      await expectCard(page.mainFrame(), "Crimea", "Crimea");
      await page.evaluate(() => dispatchEvent(new Event("more")));
      await expect.poll(() => markedLines(page.mainFrame(), "Sky News")).toBeTruthy();
      expect(complaints).toEqual([]);
    });
  }

  test("has text put into its slots read where it stands", async ({ page, serve }) => {
    const body = `<x-card><p>Volodymyr Zelensky named Crimea.</p><template shadowrootmode=open>
      <section><slot></slot></section></template></x-card>`;
    const server = await serve({ "/": { body: html(body) } });
    await page.goto(server.origin);
    const words = async () => (await visibleMarks(page)).map((mark) => mark.words);
    await expect.poll(words).toEqual(["Volodymyr Zelensky", "Crimea"]);
    await expectCard(page.mainFrame(), "Crimea", "Crimea");
  });
});

test.describe("a frame", () => {
  const frame = (attributes: string) =>
    `<div style="block-size: 40px"></div><iframe ${attributes} width=800 height=600 style="margin-inline-start: 60px"></iframe>`;

  test("of the same origin", async ({ page, serve, complaints }) => {
    const server = await serve({ "/": { body: html(frame('src="/inner"')) }, "/inner": { body: html(story) } });
    await page.goto(server.origin);
    await expectCard(await frameIn(page), "Crimea", "Crimea");
    expect(complaints).toEqual([]);
  });

  test("of another site", async ({ page, serve, complaints }) => {
    const other = await serve({ "/": { body: html(story) } });
    const address = other.origin.replace("127.0.0.1", "localhost");
    const server = await serve({ "/": { body: html(frame(`src="${address}"`)) } });
    await page.goto(server.origin);
    await expectCard(await frameIn(page), "Crimea", "Crimea");
    expect(complaints).toEqual([]);
  });

  test("that is sandboxed", async ({ page, serve, complaints }) => {
    const pages = { "/": { body: html(frame('sandbox src="/inner"')) }, "/inner": { body: html(story) } };
    const server = await serve(pages);
    await page.goto(server.origin);
    await expectCard(await frameIn(page), "Crimea", "Crimea");
    expect(complaints).toEqual([]);
  });

  test("of srcdoc, and one that is sandboxed too", async ({ page, serve, complaints }) => {
    const server = await serve({
      "/": { body: html(frame(`srcdoc="${story}"`)) },
      "/boxed": { body: html(frame(`sandbox="allow-scripts" srcdoc="${story}"`)) },
    });
    for (const path of ["/", "/boxed"]) {
      await page.goto(server.origin + path);
      await expectCard(await frameIn(page), "Crimea", "Crimea");
    }
    expect(complaints).toEqual([]);
  });

  test("of about:blank, written by the page", async ({ page, serve, complaints }) => {
    const script = `<script>document.querySelector("iframe").contentDocument.body.innerHTML = "${story}"</script>`;
    const server = await serve({ "/": { body: html(frame("") + script) } });
    await page.goto(server.origin);
    await expectCard(await frameIn(page), "Crimea", "Crimea");
    expect(complaints).toEqual([]);
  });

  test("of about:blank, opened and written anew by the page", async ({ page, serve, complaints }) => {
    const script = `<script>
      const inner = document.querySelector("iframe").contentDocument;
      inner.open(); inner.write("<!doctype html><body>${story}"); inner.close();
    </script>`;
    const server = await serve({ "/": { body: html(frame("") + script) } });
    await page.goto(server.origin);
    await expectCard(await frameIn(page), "Crimea", "Crimea");
    expect(complaints).toEqual([]);
  });
});

test.describe("a document", () => {
  const kinds: [string, ServedPage][] = [
    [
      "XHTML",
      {
        type: "application/xhtml+xml",
        body: `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>X</title></head><body>${story}</body></html>`,
      },
    ],
    ["plain text", { type: "text/plain; charset=utf-8", body: "Volodymyr Zelensky spoke.\n\nHe named Crimea.\n" }],
  ];
  for (const [kind, served] of kinds) {
    test(`of ${kind} is marked, and its card opens in full dress`, async ({ page, serve, complaints }) => {
      const server = await serve({ "/": served });
      await page.goto(server.origin);
      const { width } = await expectCard(page.mainFrame(), "Crimea", "Crimea");
      expect(width).toBeLessThan(500);
      expect(complaints).toEqual([]);
    });
  }

  test("of plain text has names found across its hard line ends", async ({ page, serve }) => {
    const body = "On Friday the president of Ukraine, Volodymyr\nZelensky, spoke.\n";
    const server = await serve({ "/": { type: "text/plain; charset=utf-8", body } });
    await page.goto(server.origin);
    await expectCard(page.mainFrame(), "Volodymyr Zelensky", "Volodymyr Zelensky", 1);
  });

  test("of SVG is left alone", async ({ page, serve, chromium, plain, complaints }) => {
    const body = `<svg xmlns="http://www.w3.org/2000/svg"><text y="50">Volodymyr Zelensky</text>
      <foreignObject y="60" width="400" height="100"><p xmlns="http://www.w3.org/1999/xhtml">Crimea</p></foreignObject></svg>`;
    const server = await serve({ "/": { type: "image/svg+xml", body } });
    await page.goto(server.origin);
    await expect.poll(() => chromium.digestOf(page)).toMatchObject({ state: "ready", entries: [] });
    const bare = await plain.newPage();
    await bare.goto(server.origin);
    expect(await serialise(page)).toBe(await serialise(bare));
    await bare.close();
    expect(await visibleMarks(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test.describe("text", () => {
  const long = `<p>${"Nothing of note was said, and so the reader goes on. ".repeat(30)}</p>`;
  const kinds: [string, string, string?, string?][] = [
    [
      "from right to left",
      `<p dir=rtl lang=he>ביום שישי אמר וולודימיר זלנסקי את דברו בנאום.</p>`,
      "וולודימיר זלנסקי",
      "Volodymyr Zelensky",
    ],
    [
      "of both directions in one line",
      `<p dir=rtl lang=he>נאום של <span lang=en>Volodymyr Zelensky</span> ביום שישי</p>`,
      "Volodymyr Zelensky",
      "Volodymyr Zelensky",
    ],
    [
      "set by an override",
      `<p><bdo dir=rtl>Volodymyr Zelensky spoke.</bdo> He named Crimea.</p>`,
      "Volodymyr Zelensky",
      "Volodymyr Zelensky",
    ],
    [
      "in columns from right to left",
      `<div lang=ja style="writing-mode: vertical-rl; block-size: 500px; inline-size: 600px"><p>金曜日にゼレンスキー大統領は北大西洋条約機構について話した。</p></div>`,
      "ゼレンスキー",
      "Volodymyr Zelensky",
    ],
    ["in columns from left to right", `<div style="writing-mode: vertical-lr; inline-size: 500px">${story}</div>`],
    ["turned sideways", `<div style="writing-mode: sideways-rl; inline-size: 500px">${story}</div>`],
    ["in many columns", `<div style="columns: 4; block-size: 300px; column-fill: auto">${long}${story}${long}</div>`],
    ["on a zoomed page", `<style>html { zoom: 1.7 }</style>${story}`],
    ["in a zoomed part", `<style>body { zoom: 0.6 } div { zoom: 2.5 }</style><div>${story}</div>`],
    ["made larger by a transform", `<div style="transform: scale(1.8); transform-origin: 0 0">${story}</div>`],
    ["in a transformed body", `<style>body { transform: translate(120px, 60px) scale(.8) }</style>${story}`],
    ["turned by a transform", `<div style="transform: rotate(-20deg); margin: 200px">${story}</div>`],
    [
      "seen in perspective",
      `<div style="perspective: 500px; margin: 100px"><div style="transform: rotateY(35deg)">${story}</div></div>`,
    ],
    [
      "skipped while far away",
      `<div style="block-size: 5000px"></div><section style="content-visibility: auto; contain-intrinsic-size: auto 900px">${long}${story}</section>`,
    ],
    ["that cannot be selected", `<div style="user-select: none">${story}</div>`],
    ["that is selected all at once", `<div style="user-select: all">${story}</div>`],
    [
      "whose first letter is large",
      `<style>p::first-letter { float: left; font-size: 60px }</style><p>Crimea was named by Volodymyr Zelensky.</p>`,
    ],
    [
      "over a picture",
      `<figure style="position: relative; inline-size: 600px"><img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='600' height='300'/>" width=600 height=300><figcaption style="position: absolute; inset: 40px">${story}</figcaption></figure>`,
    ],
    [
      "under a link that covers it",
      `<article style="position: relative">${story}<a href="/x" aria-label="More" style="position: absolute; inset: 0; z-index: 1"></a></article>`,
    ],
    [
      "under a headline's link that is stretched over it",
      `<style>h2 a::after { content: ""; position: absolute; inset: 0 }</style><article style="position: relative"><h2><a href="/x">More</a></h2>${story}</article>`,
    ],
    [
      "under a link that shares its place in a grid",
      `<article style="display: grid"><div style="grid-area: 1 / 1">${story}</div><a href="/x" style="grid-area: 1 / 1">More</a></article>`,
    ],
    ["in cells", `<table><tr><td>Volodymyr Zelensky<td>Crimea</table>`],
    ["in a part that scrolls by itself", `<div style="block-size: 120px; overflow: auto">${long}${story}${long}</div>`],
    [
      "that is clipped",
      `<p style="inline-size: 300px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">He named Crimea, and Volodymyr Zelensky spoke.</p>`,
    ],
  ];
  for (const [kind, body, words = "Crimea", title = "Crimea"] of kinds) {
    test(`${kind}: marked, and its card opens beside it`, async ({ page, serve, complaints }) => {
      const server = await serve({ "/": { body: html(body) } });
      await page.goto(server.origin);
      await page.getByText(words).first().scrollIntoViewIfNeeded();
      await expectCard(page.mainFrame(), words, title);
      expect(complaints).toEqual([]);
    });
  }

  for (const [line, name] of ["first", "second"].entries()) {
    test(`that is wrapped: the card stands by the line under the pointer, the ${name}`, async ({ page, serve }) => {
      const body = `<p style="inline-size: 420px; font: 30px/2 monospace; margin: 250px">He said so: Volodymyr Zelensky named it.</p>`;
      const server = await serve({ "/": { body: html(body) } });
      await page.goto(server.origin);
      const words = "Volodymyr Zelensky";
      await expect.poll(async () => (await markedLines(page.mainFrame(), words))?.length).toBe(2);
      const card = await expectCard(page.mainFrame(), words, words, line);
      const lines = await markedLines(page.mainFrame(), words);
      expect(card.x).toBeCloseTo(lines?.[line]?.x ?? 0, 0);
    });
  }
});

test.describe("nothing of ours", () => {
  const body = html(`<main>${story}<p>And of <i>Sky</i> News, he said nothing.</p></main>`);

  test("is printed", async ({ page, serve, plain }) => {
    const print = async (printed: Page) => {
      const session = await printed.context().newCDPSession(printed);
      const { data } = await session.send("Page.printToPDF", { printBackground: true });
      await session.detach();
      const text = Buffer.from(data, "base64").toString("latin1");
      return text.replace(/\/(?:CreationDate|ModDate) \([^)]*\)/gu, "");
    };
    const server = await serve({ "/": { body } });
    const bare = await plain.newPage();
    await bare.goto(server.origin);
    const expected = await print(bare);
    await bare.close();
    await page.goto(server.origin);
    await expect.poll(async () => (await visibleMarks(page)).length).toBe(3);
    expect(await print(page)).toBe(expected);
    await expectCard(page.mainFrame(), "Crimea", "Crimea");
    expect(await print(page)).toBe(expected);
  });

  test("is copied with the page", async ({ page, serve, plain }) => {
    const copy = async (copied: Page) => {
      const origin = new URL(copied.url()).origin;
      await copied.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin });
      await copied.bringToFront();
      await copied.keyboard.press("ControlOrMeta+a");
      await copied.keyboard.press("ControlOrMeta+c");
      return copied.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const texts = (item?.types ?? []).map(async (type) => [type, await (await item?.getType(type))?.text()]);
        return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
      });
    };
    const server = await serve({ "/": { body } });
    const bare = await plain.newPage();
    await bare.goto(server.origin);
    const expected = await copy(bare);
    expect(expected["text/plain"]).toContain("Sky News");
    await bare.close();

    await page.goto(server.origin);
    await expect.poll(async () => (await visibleMarks(page)).length).toBe(3);
    expect(await copy(page)).toEqual(expected);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await expectCard(page.mainFrame(), "Crimea", "Crimea");
    expect(await copy(page)).toEqual(expected);
  });
});
