import { expect, type Page } from "@playwright/test";
import { openContentWorld } from "../support/content-world.ts";
import { test } from "../support/extended-page.ts";
import { holdingsOf } from "../support/holdings.ts";
import type { ExtendedChromium } from "../support/launch-chromium.ts";
import { pointOf, restAt, restOn, visibleMarks } from "../support/reading.ts";
import { countHosts, expectNoCard, setSetting } from "../support/using-cards.ts";

function html(body: string, script = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
    </head><body>${body}<script>${script}</script></body></html>`;
}

const wordsOn = (page: Page) => async () => (await visibleMarks(page)).map(({ words }) => words);

/** How often each card is named on the whole page, by the extension's own count. */
async function countsOn(chromium: ExtendedChromium, page: Page): Promise<Record<string, number>> {
  const { entries } = await chromium.digestOf(page);
  return Object.fromEntries(entries.map(({ card, count }) => [card, count]));
}

/** The page's own routes are its `views`; links marked `data-view` go there without a load. */
const router = `
  const views = {
    "/": "<h1>News</h1><p>Volodymyr Zelensky spoke.</p>",
    "/crimea": "<h1>Crimea</h1><p>Boris Johnson named it. Johnson left.</p>",
    "/soup": "<h1>Onion soup</h1><p>It was Johnson who cooked it.</p>",
  };
  const main = document.querySelector("main");
  const show = () => { main.innerHTML = views[location.pathname]; };
  addEventListener("popstate", show);
  for (const link of document.querySelectorAll("a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      history.pushState({}, "", link.getAttribute("href"));
      show();
    });
  }
  show();`;

test("a single-page application is read anew at each of its addresses, there and back", async ({
  page,
  card,
  chromium,
  serve,
  complaints,
}) => {
  const nav = '<nav><a href="/">News</a> <a href="/crimea">More</a> <a href="/soup">Soup</a></nav><main></main>';
  const server = await serve({ "/": { body: html(nav, router) } });
  await page.goto(server.origin);
  await expect.poll(wordsOn(page)).toEqual(["Volodymyr Zelensky"]);
  await restOn(page, "Zelensky");
  await expect.poll(async () => (await card.read())?.name).toBe("Volodymyr Zelensky");

  await page.getByRole("link", { name: "More" }).click();
  await expect.poll(wordsOn(page)).toEqual(["Crimea", "Boris Johnson", "Johnson"]);
  await expect(page.locator("context-card-host")).toHaveCount(0);
  await page.getByRole("link", { name: "Soup" }).click();
  // The full name was on the view before: this one's Johnson is anybody's.
  await expect.poll(() => countsOn(chromium, page)).toEqual({});
  await page.goBack();
  await expect.poll(wordsOn(page)).toEqual(["Crimea", "Boris Johnson", "Johnson"]);
  await page.goBack();
  await expect.poll(wordsOn(page)).toEqual(["Volodymyr Zelensky"]);
  await page.goForward();
  await expect.poll(() => countsOn(chromium, page)).toEqual({ crimea: 1, "boris-johnson": 2 });
  await restOn(page, "Boris Johnson");
  await expect.poll(async () => (await card.read())?.name).toBe("Boris Johnson");
  expect(server.requests).toEqual(["/"]);
  expect(complaints).toEqual([]);
});

test("a virtual list that writes other rows into the same elements is marked as it reads", async ({
  page,
  card,
  chromium,
  serve,
  complaints,
}) => {
  const list = `
    const rows = Array.from({ length: 10000 }, (_, i) =>
      i % 100 === 7 ? "Row " + i + ": Boris Johnson" : i % 10 === 3 ? "Row " + i + ": Crimea" : "Row " + i);
    const list = document.querySelector("#list");
    const pool = Array.from({ length: 30 }, () => {
      const row = document.createElement("div");
      row.style.cssText = "position:absolute;height:30px";
      row.append("");
      list.firstElementChild.append(row);
      return row;
    });
    const draw = () => {
      const first = Math.floor(list.scrollTop / 30);
      pool.forEach((row, i) => {
        const index = first + ((i - first) % 30 + 30) % 30;
        row.style.transform = "translateY(" + index * 30 + "px)";
        row.firstChild.data = rows[index] ?? "";
      });
    };
    list.addEventListener("scroll", draw);
    draw();`;
  const body =
    '<div id=list style="height:600px;overflow:auto"><div style="height:300000px;position:relative"></div></div>';
  const server = await serve({ "/": { body: html(`<p>Ukraine</p>${body}`, list) } });
  await page.goto(server.origin);
  await expect.poll(() => countsOn(chromium, page)).toEqual({ ukraine: 1, crimea: 3, "boris-johnson": 1 });
  for (const top of [3000, 150_000, 299_400]) {
    await page.locator("#list").evaluate((element, to) => element.scrollTo({ top: to, behavior: "instant" }), top);
    await expect(page.getByText(`Row ${top / 30 + 3}:`)).toBeVisible();
    const shown = (await page.locator("#list").textContent()) ?? "";
    const counts = {
      ukraine: 1,
      crimea: shown.split("Crimea").length - 1,
      "boris-johnson": shown.split("Boris").length - 1,
    };
    const expected = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
    await expect.poll(() => countsOn(chromium, page)).toEqual(expected);
    const box = await page.getByText(`Row ${top / 30 + 3}: Crimea`).boundingBox();
    await restAt(page, { x: (box?.x ?? 0) + (box?.width ?? 0) - 20, y: (box?.y ?? 0) + 10 });
    await expect.poll(async () => (await card.read())?.name).toBe("Crimea");
    await page.keyboard.press("Escape");
  }
  expect(complaints).toEqual([]);
});

test("infinite scroll: what each bottom brings is marked, and nothing before it is read again", async ({
  page,
  chromium,
  serve,
  complaints,
}) => {
  const feed = `
    let pages = 0;
    const more = () => {
      pages += 1;
      const section = document.createElement("section");
      for (let i = 0; i < 40; i++) {
        const item = document.createElement("p");
        item.textContent = i === 39 ? "Page " + pages + " ended with Volodymyr Zelensky." : "Item " + i + " of page " + pages;
        section.append(item);
      }
      document.querySelector("main").append(section);
    };
    new IntersectionObserver((entries) => { if (entries.some((one) => one.isIntersecting) && pages < 6) more(); })
      .observe(document.querySelector("footer"));`;
  const server = await serve({ "/": { body: html("<main></main><footer>The end</footer>", feed) } });
  await page.goto(server.origin);
  await expect.poll(() => countsOn(chromium, page)).toEqual({ "volodymyr-zelensky": 1 });
  const world = await openContentWorld(page);
  for (let pages = 2; pages <= 6; pages++) {
    await world.charactersRead();
    await page.getByText("The end").scrollIntoViewIfNeeded();
    await expect.poll(() => countsOn(chromium, page)).toEqual({ "volodymyr-zelensky": pages });
    const length = await page
      .locator("section")
      .last()
      .evaluate((section) => section.textContent.length);
    expect(await world.charactersRead()).toBe(length);
  }
  expect(complaints).toEqual([]);
});

test("only what changed is read again: edited in place, moved, wrapped, hidden, removed", async ({
  page,
  chromium,
  serve,
  complaints,
}) => {
  const filler = "<p>A line of which nothing comes, but which is there to be read again by mistake.</p>".repeat(200);
  const body = `${filler}<main><p id=a>Kyiv heard Volodymyr Zelensky.</p><p id=b>Crimea was <b id=bold>named</b>.</p><section id=c><p>Sky News asked.</p><p>Nobody answered.</p></section></main>${filler}`;
  const server = await serve({ "/": { body: html(body) } });
  await page.goto(server.origin);
  const whole = { "volodymyr-zelensky": 1, crimea: 1, "sky-news": 1 };
  await expect.poll(() => countsOn(chromium, page)).toEqual(whole);
  const world = await openContentWorld(page);
  const steps: [what: string, change: () => void, counts: Record<string, number>, read: number][] = [
    [
      "a text edited in place",
      () => ((document.getElementById("a") as HTMLElement).firstChild as Text).replaceData(0, 4, "Vladimir Putin"),
      { "vladimir-putin": 1, ...whole },
      "Vladimir Putin heard Volodymyr Zelensky.".length,
    ],
    [
      "a text emptied in place",
      () => Object.assign(document.querySelector("#a")?.firstChild as Text, { data: "" }),
      { crimea: 1, "sky-news": 1 },
      0,
    ],
    [
      "a subtree moved to the front",
      () => document.querySelector("main")?.prepend(document.querySelector("#c") as Element),
      { "sky-news": 1, crimea: 1 },
      "Sky News asked.Nobody answered.".length,
    ],
    [
      "an inline element rewritten by a click on its own",
      () => Object.assign(document.querySelector("#bold")?.firstChild as Text, { data: "named by Boris Johnson" }),
      { "sky-news": 1, crimea: 1, "boris-johnson": 1 },
      "Crimea was named by Boris Johnson.".length,
    ],
    [
      "a subtree hidden",
      () => (document.querySelector("#c") as HTMLElement).toggleAttribute("hidden", true),
      { crimea: 1, "boris-johnson": 1 },
      0,
    ],
    [
      "a subtree shown",
      () => (document.querySelector("#c") as HTMLElement).toggleAttribute("hidden", false),
      { "sky-news": 1, crimea: 1, "boris-johnson": 1 },
      "Sky News asked.Nobody answered.".length,
    ],
    ["a subtree removed", () => document.querySelector("main")?.remove(), {}, 0],
  ];
  for (const [what, change, counts, read] of steps) {
    await world.charactersRead();
    await page.evaluate(change);
    // The order of the page, too.
    await expect.poll(async () => JSON.stringify(await countsOn(chromium, page)), what).toBe(JSON.stringify(counts));
    expect(await world.charactersRead(), what).toBe(read);
  }
  expect(complaints).toEqual([]);
});

test("a subtree moved into a shadow tree and out again keeps its marks and its card", async ({
  page,
  card,
  chromium,
  serve,
  complaints,
}) => {
  const body = "<div id=host></div><p>Crimea</p><section><p>Volodymyr Zelensky spoke.</p></section><p>Sky News</p>";
  const attach = 'document.querySelector("#host").attachShadow({ mode: "open" }).append("In here: ")';
  const server = await serve({ "/": { body: html(body, attach) } });
  await page.goto(server.origin);
  const order = async () => Object.keys(await countsOn(chromium, page));
  await expect.poll(order).toEqual(["crimea", "volodymyr-zelensky", "sky-news"]);
  await page.evaluate(() => {
    document.querySelector("#host")?.shadowRoot?.append(document.querySelector("section") as Element);
  });
  await expect.poll(order).toEqual(["volodymyr-zelensky", "crimea", "sky-news"]);
  const box = await page.getByText("Volodymyr Zelensky").boundingBox();
  await restAt(page, { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 8 });
  await expect.poll(async () => (await card.read())?.name).toBe("Volodymyr Zelensky");
  await page.keyboard.press("Escape");
  await page.evaluate(() => {
    document.body.append(document.querySelector("#host")?.shadowRoot?.querySelector("section") as Element);
  });
  await expect.poll(order).toEqual(["crimea", "sky-news", "volodymyr-zelensky"]);
  await expect.poll(wordsOn(page)).toEqual(["Crimea", "Sky News", "Volodymyr Zelensky"]);
  expect(complaints).toEqual([]);
});

test("a text that streams in by the syllable is marked as soon as a name is whole", async ({
  page,
  chromium,
  serve,
  complaints,
}) => {
  const server = await serve({ "/": { body: html("<p id=stream></p>") } });
  await page.goto(server.origin);
  await expect.poll(() => chromium.digestOf(page)).toMatchObject({ state: "ready" });
  const stream = (...syllables: string[]) =>
    page.locator("#stream").evaluate((paragraph, parts) => paragraph.append(...parts), syllables);
  await stream("In Crimea, Volo", "dymyr Zel");
  await expect.poll(wordsOn(page)).toEqual(["Crimea"]);
  await stream("en", "sky");
  await expect.poll(wordsOn(page)).toEqual(["Crimea", "Volodymyr Zelensky"]);
  // It was a longer word, after all.
  await stream("ism");
  await expect.poll(wordsOn(page)).toEqual(["Crimea"]);
  expect(complaints).toEqual([]);
});

test("1,000 paragraphs that are appended one by one are read once each", async ({
  page,
  chromium,
  serve,
  complaints,
}) => {
  const server = await serve({ "/": { body: html("<p>Sky News</p><main></main>") } });
  await page.goto(server.origin);
  // Until something is named, texts are only looked at.
  await expect.poll(() => countsOn(chromium, page)).toEqual({ "sky-news": 1 });
  const world = await openContentWorld(page);
  const length = await page.evaluate(async () => {
    const main = document.querySelector("main") as HTMLElement;
    for (let i = 0; i < 1000; i++) {
      const paragraph = document.createElement("p");
      paragraph.textContent = `${i}: Vladimir Putin spoke, and Volodymyr Zelensky answered from Crimea.`;
      main.append(paragraph);
      if (i % 5 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    return main.textContent.length;
  });
  const each = { "sky-news": 1, "vladimir-putin": 1000, "volodymyr-zelensky": 1000, crimea: 1000 };
  await expect.poll(() => countsOn(chromium, page)).toEqual(each);
  expect(await world.charactersRead()).toBe(length);
  expect(complaints).toEqual([]);
});

/** Appends entries to the page's <main>, some at each of its turns, and keeps only the last `most`. */
async function post(page: Page, count: number, most: number): Promise<void> {
  await page.evaluate(
    async ([entries, kept]) => {
      const main = document.querySelector("main") as HTMLElement;
      for (let i = 0; i < entries; i++) {
        const entry = document.createElement("article");
        entry.innerHTML = `<h2>Entry ${i}</h2><p>Volodymyr <b>Zelensky</b> spoke of a ceasefire; Boris Johnson of Crimea.</p>`;
        main.append(entry);
        if (main.childElementCount > kept) main.firstElementChild?.remove();
        if (i % 50 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
    },
    [count, most] as const,
  );
}

test("after an hour of a live blog, which drops its oldest entries, memory is where it was", async ({
  page,
  chromium,
  serve,
  complaints,
}) => {
  const server = await serve({ "/": { body: html("<main></main>") } });
  await page.goto(server.origin);
  const kept = { "volodymyr-zelensky": 40, ceasefire: 40, "boris-johnson": 40, crimea: 40 };
  const hour = async (rounds: number) => {
    for (let i = 0; i < rounds; i++) {
      await post(page, 500, 40);
      await expect.poll(() => countsOn(chromium, page)).toEqual(kept);
    }
  };
  // First the machinery warms up.
  await hour(4);
  const before = await holdingsOf(page);
  await hour(12);
  const after = await holdingsOf(page);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
  expect(after.bytes / before.bytes).toBeLessThan(1.05);
  expect(complaints).toEqual([]);
});

test("10,000 paragraphs that came and went leave nothing behind", async ({ page, chromium, serve, complaints }) => {
  const server = await serve({ "/": { body: html("<p>Sky News</p><main></main>") } });
  await page.goto(server.origin);
  const comeAndGo = async (count: number) => {
    await page.evaluate((paragraphs) => {
      const text = "<p>Boris Johnson spoke of it.</p>";
      document.querySelector("main")?.insertAdjacentHTML("beforeend", text.repeat(paragraphs));
    }, count);
    await expect.poll(() => countsOn(chromium, page)).toEqual({ "sky-news": 1, "boris-johnson": count });
    await page.evaluate(() => document.querySelector("main")?.replaceChildren());
    await expect.poll(() => countsOn(chromium, page)).toEqual({ "sky-news": 1 });
    // The browser's observers let go of what they were about to tell of a frame or so later.
    await expect.poll(async () => (await holdingsOf(page)).nodes).toBeLessThan(100);
  };
  await comeAndGo(500);
  const before = await holdingsOf(page);
  await comeAndGo(10_000);
  const after = await holdingsOf(page);
  expect(after.bytes / before.bytes).toBeLessThan(1.05);
  expect(complaints).toEqual([]);
});

test("500 cards that were opened leave nothing behind", async ({ page, card, chromium, serve, complaints }) => {
  // A click opens at once: what is measured takes no rest.
  await setSetting(chromium, "openBy", "click");
  const server = await serve({ "/": { body: html("<p>Boris Johnson</p><p style='margin-top:640px'>Crimea</p>") } });
  await page.goto(server.origin);
  await expect.poll(wordsOn(page)).toEqual(["Boris Johnson", "Crimea"]);
  const hosts = await countHosts(page);
  const points = [await pointOf(page, "Boris Johnson"), await pointOf(page, "Crimea")];
  let opened = 0;
  const openCards = async (count: number) => {
    for (let time = 0; time < count; time++) {
      const { x, y } = points[time % 2] ?? { x: 0, y: 0 };
      opened += 1;
      // A press elsewhere closes the one before.
      await page.mouse.click(x, y);
      await expect.poll(hosts, { intervals: [5] }).toBe(opened);
    }
    expect((await card.read())?.name).toBe("Crimea");
    expect(await hosts()).toBe(opened);
    await page.keyboard.press("Escape");
    await expectNoCard(page, card);
  };
  await openCards(30);
  const before = await holdingsOf(page);
  await openCards(500);
  const after = await holdingsOf(page);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 20);
  expect(after.bytes / before.bytes).toBeLessThan(1.05);
  expect(complaints).toEqual([]);
});

/** 100 changes a turn over 200 rows until there were 60,000 and the page's `rested` says so; what was written, and waited. */
const storm = `
  const rows = document.querySelector("#rows");
  for (let i = 0; i < 200; i++) rows.append(document.createElement("p"));
  let seed = 1;
  const chance = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const change = (i) => {
    const row = rows.children[chance(200)];
    const text = "Line " + i + (i % 3 ? " of nothing" : " of Crimea and Boris Johnson") + " in a storm";
    const kind = i % 6;
    if (kind === 0 || !row.firstChild) row.textContent = text;
    else if (kind === 1) row.firstChild.data = text;
    else if (kind === 2) row.innerHTML = "<b>" + text + "</b>";
    else if (kind === 3) rows.append(row);
    else if (kind === 4) row.toggleAttribute("hidden");
    else { row.remove(); const fresh = document.createElement("p"); fresh.append(text); rows.prepend(fresh); }
    return 60;
  };
  window.weather = { changes: 0, most: 0, waits: [], over: false };
  window.begin = async () => {
    while (weather.changes < 60000 || !window.rested) {
      for (let i = 0; i < 100; i++) weather.most += change(weather.changes++);
      const left = performance.now();
      await new Promise((resolve) => setTimeout(resolve));
      weather.waits.push(performance.now() - left);
    }
    weather.waits.sort((a, b) => a - b);
    return { changes: weather.changes, most: weather.most, usual: weather.waits.at(weather.waits.length * 0.95) };
  };`;

test("a page that changes a thousand times a second for a minute, in less, keeps its turns and its cards", async ({
  page,
  plain,
  card,
  chromium,
  serve,
  complaints,
}) => {
  const server = await serve({ "/": { body: html("<p>Volodymyr Zelensky</p><div id=rows></div>", storm) } });
  await page.goto(server.origin);
  await expect.poll(wordsOn(page)).toEqual(["Volodymyr Zelensky"]);
  const world = await openContentWorld(page);
  const bare = await plain.newPage();
  await bare.goto(server.origin);
  const rage = (on: Page) => on.evaluate<{ changes: number; most: number; usual: number }>("begin()");
  // Both at once, so that a busy machine is busy for both.
  const [raging, control] = [rage(page), rage(bare)];
  await restOn(page, "Zelensky");
  await expect.poll(async () => (await card.read())?.name).toBe("Volodymyr Zelensky");
  for (const one of [page, bare]) await one.evaluate("rested = true");
  const { changes, most, usual } = await raging;
  const { usual: alone } = await control;
  await bare.close();
  expect(changes).toBeGreaterThanOrEqual(60_000);
  // A browser calls a task long that keeps the page from its turn for 50 ms.
  expect(usual).toBeLessThan(Math.max(50, 3 * alone));
  const counts = await page.evaluate(() => {
    const lines = [...document.querySelectorAll("#rows p:not([hidden])")];
    const named = lines.filter(({ textContent }) => textContent.includes("Crimea")).length;
    return { "volodymyr-zelensky": 1, crimea: named, "boris-johnson": named };
  });
  expect(counts.crimea).toBeGreaterThan(10);
  await expect.poll(() => countsOn(chromium, page)).toEqual(counts);
  // Many a change is over before it could be read: the page waits for nothing, and nothing is read twice.
  const read = await world.charactersRead();
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(most);
  expect(complaints).toEqual([]);
});
