import { expect, type Page } from "@playwright/test";
import { test } from "../support/extended-page.ts";
import { html } from "../support/page-html.ts";
import { pointOf, visibleMarks } from "../support/reading.ts";
import { countHosts, expectNoCard, expectUsable, openCard } from "../support/using-cards.ts";

test.afterEach(({ complaints }) => expect(complaints).toEqual([]));

const story = html("<p>Volodymyr Zelensky spoke of NATO.</p><p>Sky News reported.</p>");
const itsMarks = ["Volodymyr Zelensky", "NATO", "Sky News"];

async function expectMarks(page: Page, words: readonly string[]): Promise<void> {
  await expect.poll(async () => (await visibleMarks(page)).map((mark) => mark.words)).toEqual(words);
}

test("a strict policy and Trusted Types see nothing of us to report", async ({ page, card, serve }) => {
  const policy =
    "default-src 'none'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  const watch = `<script>var violations = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective }) => violations.push(violatedDirective), true);
  </script>`;
  const { body } = html("<p>Volodymyr Zelensky spoke of NATO.</p>", watch);
  await page.goto((await serve({ "/": { body, headers: { "content-security-policy": policy } } })).origin);
  await expectUsable(page, card, "NATO");
  expect((await card.box()).width).toBeLessThan(500);
  expect(await page.evaluate("violations")).toEqual([]);
});

test("marks come back when the page clears the registry, or each highlight in it", async ({ page, serve }) => {
  await page.goto((await serve({ "/": story })).origin);
  await expectMarks(page, itsMarks);
  // What is left is counted in the same turn: a moment later they may be back.
  const left = () => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
  expect(await page.evaluate(`CSS.highlights.clear(); (${left})()`)).toBe(0);
  await expectMarks(page, itsMarks);
  expect(await page.evaluate(`for (const [, highlight] of CSS.highlights) highlight.clear(); (${left})()`)).toBe(0);
  await expectMarks(page, itsMarks);
});

test("when the page removes our host, the card is gone, and the next one opens", async ({ page, card, serve }) => {
  await page.goto((await serve({ "/": story })).origin);
  await openCard(page, card, "NATO");
  await card.click("button", /^Keep this card open$/u);
  await page.evaluate(() => document.querySelector("context-card-host")?.remove());
  await openCard(page, card, "Sky News");
  await page.keyboard.press("Escape");
  await expectNoCard(page, card);
});

test("a page that removes every host at once gets no more than one a rest", async ({ page, card, serve }) => {
  await page.goto((await serve({ "/": story })).origin);
  await expectMarks(page, itsMarks);
  const hosts = await countHosts(page);
  const guard = await page.evaluateHandle(() => {
    const observer = new MutationObserver(() => document.querySelector("context-card-host")?.remove());
    observer.observe(document, { childList: true, subtree: true });
    return observer;
  });
  const { x, y } = await pointOf(page, "NATO");
  await page.mouse.move(x - 1, y);
  await expect.poll(hosts).toBe(1);
  await guard.evaluate((observer) => observer.disconnect());
  await openCard(page, card, "Sky News");
  expect(await hosts()).toBe(2);
});

test("a replaced body is read, and has its cards", async ({ page, card, serve }) => {
  await page.goto((await serve({ "/": story })).origin);
  await openCard(page, card, "NATO");
  await page.evaluate(() => {
    document.body = document.createElement("body");
    document.body.innerHTML = "<p>Vladimir Putin named Crimea.</p>";
  });
  await expectNoCard(page, card);
  await expectMarks(page, ["Vladimir Putin", "Crimea"]);
  await expectUsable(page, card, "Crimea");
  await expect(page.locator("body > context-card-host")).toBeAttached();
});

test("a document that is written anew is read, and has its cards", async ({ page, card, serve }) => {
  await page.goto((await serve({ "/": story })).origin);
  for (const words of ["Crimea", "NATO"]) {
    await page.evaluate((name) => {
      document.open();
      document.write(`<!doctype html><html lang=en><title>Anew</title><p>Vladimir Putin named ${name}.</p>`);
      document.close();
    }, words);
    await expectMarks(page, ["Vladimir Putin", words]);
    await expectUsable(page, card, words);
    await page.keyboard.press("Escape");
    await expectNoCard(page, card);
    await openCard(page, card, "Vladimir Putin");
    await page.mouse.click(900, 600);
    await expectNoCard(page, card);
  }
});

test("prototypes that are frozen or traps do not matter", async ({ page, card, serve }) => {
  const head = `<script>
    const trap = () => { throw new Error("sprung"); };
    for (const prototype of [Element.prototype, Node.prototype, EventTarget.prototype, Document.prototype, Range.prototype,
      Highlight.prototype, HighlightRegistry.prototype, HTMLElement.prototype, CSSStyleSheet.prototype, Event.prototype])
      for (const key of Object.getOwnPropertyNames(prototype)) {
        if (key === "constructor" || key.startsWith("on")) continue;
        try { Object.defineProperty(prototype, key, { get: trap, set: trap }); } catch {}
      }
    Array.prototype.push = Array.prototype.map = Map.prototype.get = Object.keys = Promise.prototype.then = trap;
    window.Highlight = window.StaticRange = window.MutationObserver = window.IntersectionObserver = undefined;
    window.getComputedStyle = window.requestAnimationFrame = window.setTimeout = trap;
    for (const name of Reflect.ownKeys(window)) try { Object.freeze(window[name].prototype); Object.freeze(window[name]); } catch {}
    Object.freeze(CSS.highlights);
  </script>`;
  await page.goto((await serve({ "/": html("<p id=at>Volodymyr Zelensky spoke of NATO.</p>", head) })).origin);
  // Nothing can be asked of this page, not even whether it is marked.
  await expect(async () => {
    await page.mouse.move(300, 400);
    await page.mouse.move(40, 24);
    await expect.poll(async () => (await card.read())?.name, { timeout: 2000 }).toBe("Volodymyr Zelensky");
  }).toPass({ timeout: 15_000 });
  await page.keyboard.press("Escape");
  await expect.poll(() => card.read()).toBeUndefined();
});

const memberNames = `body nodeName nodeType nodeValue localName tagName getRootNode parentNode parentElement firstChild
  firstElementChild nextSibling children childNodes isConnected matches closest getAttribute hasAttribute shadowRoot
  assignedSlot checkVisibility querySelector querySelectorAll contains compareDocumentPosition append appendChild remove
  host ownerDocument addEventListener getBoundingClientRect getClientRects scrollIntoView scrollTo scrollTop scrollLeft
  scrollHeight clientHeight focus textContent attributes style lang hidden documentElement createRange createTreeWalker
  caretPositionFromPoint elementsFromPoint visibilityState activeElement fullscreenElement implementation designMode
  contentType readyState`.split(/\s+/u);
const fields = memberNames.map((name) => `<input type=hidden name=${name}>`).join("");

test("names that hide the document's and a form's own do not matter", async ({ page, card, serve }) => {
  const body = html(`<form id=form>${fields}
    <p>Volodymyr Zelensky spoke of NATO.</p>In the form, bare: Crimea.</form><p>Sky News reported.</p>
    ${memberNames.map((name) => `<img name=${name} alt=""><form name=${name}></form><a id=${name}></a>`).join("")}`);
  await page.goto((await serve({ "/": body })).origin);
  await expectMarks(page, ["Volodymyr Zelensky", "NATO", "Crimea", "Sky News"]);
  await page.evaluate(() => {
    const text = document.createElement("a");
    text.href = "https://example.org/";
    text.innerHTML = "<b>Vladimir Putin</b> answered.";
    Node.prototype.appendChild.call(Document.prototype.querySelector.call(document, "#form"), text);
  });
  await expectMarks(page, ["Volodymyr Zelensky", "NATO", "Crimea", "Vladimir Putin", "Sky News"]);
  const at = (await visibleMarks(page))[2];
  if (!at) throw new Error("nothing is marked");
  await page.mouse.move(at.x, at.y + 200);
  await page.mouse.move(at.x, at.y);
  await expect.poll(async () => (await card.read())?.name).toBe("Crimea");
});

test("forms with such fields can scroll, lie over words, be popovers and stand in dialogs", async ({
  page,
  card,
  openPopup,
  serve,
}) => {
  const body = html(`<article style="position:relative"><p>Sky News reported.</p>
      <form style="position:absolute;inset:0">${fields}</form></article>
    <form id=roll style="height:100px;overflow:auto">${fields}<div style="height:2000px"></div>Kherson was named.</form>
    <form id=menu popover=manual>${fields}He named Luhansk.</form>
    <news-dialog><form>${fields}Volodymyr Zelensky spoke of Crimea.</form></news-dialog><script>
      customElements.define("news-dialog", class extends HTMLElement {
        show() {
          const root = this.attachShadow({ mode: "closed" });
          root.innerHTML = "<dialog><slot></slot></dialog>";
          root.firstChild.showModal();
        }
      });
      addEventListener("popover", () => HTMLElement.prototype.showPopover.call(menu));
      addEventListener("dialog", () => document.querySelector("news-dialog").show());</script>`);
  await page.goto((await serve({ "/": body })).origin);
  await openCard(page, card, "Sky News");
  await page.keyboard.press("Escape");
  const rolled = () =>
    page.evaluate(() => {
      const scrollTop = Object.getOwnPropertyDescriptor(Element.prototype, "scrollTop");
      return scrollTop?.get?.call(document.querySelector("#roll"));
    });
  const popup = await openPopup();
  await popup.getByRole("button", { name: /^Next mention of Kherson/u }).click();
  await expect.poll(rolled).toBeGreaterThan(1000);
  await popup.getByRole("button", { name: "Back to where you were" }).click();
  await expect.poll(rolled).toBe(0);
  await popup.close();
  for (const [layer, words] of [
    ["popover", "Luhansk"],
    ["dialog", "Crimea"],
  ] as const) {
    await page.evaluate((type) => dispatchEvent(new Event(type)), layer);
    await expectUsable(page, card, words);
    await page.keyboard.press("Escape");
    await expectNoCard(page, card);
  }
});

test("made-up events open nothing, close nothing and press nothing", async ({ page, card, serve }) => {
  await page.goto((await serve({ "/": story })).origin);
  await expectMarks(page, itsMarks);
  const hosts = await countHosts(page);
  const pretend = (at: { x: number; y: number }) =>
    page.evaluate(({ x, y }) => {
      const place = { clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true, view: window };
      const target = document.elementFromPoint(x, y) ?? document.body;
      for (const type of ["pointerover", "pointermove", "pointerdown", "pointerup", "click"])
        target.dispatchEvent(new PointerEvent(type, { ...place, pointerType: "mouse" }));
      for (const type of ["mouseover", "mousemove", "mousedown", "mouseup"])
        target.dispatchEvent(new MouseEvent(type, place));
      for (const key of ["Escape", "Enter", "Tab"])
        target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
      for (const type of ["scroll", "wheel", "blur", "pagehide", "resize", "fullscreenchange"]) {
        window.dispatchEvent(new Event(type));
        target.dispatchEvent(new Event(type, { bubbles: true }));
      }
    }, at);
  await pretend(await pointOf(page, "NATO"));
  await openCard(page, card, "Sky News");
  expect(await hosts()).toBe(1);
  const shown = await card.read();
  const { x, y, width } = await card.box();
  await pretend({ x: 900, y: 600 });
  // Where the buttons to pin and to close are.
  for (const inset of [25, 55]) await pretend({ x: x + width - inset, y: y + 26 });
  expect(await card.read()).toEqual(shown);
  expect(await hosts()).toBe(1);
});

test("messages and events under the tools' names do not stop us", async ({ page, card, serve }) => {
  await page.goto((await serve({ "/": story })).origin);
  await expectMarks(page, itsMarks);
  await page.evaluate(async () => {
    const type = "wxt:content-script-started";
    const detail = { contentScriptName: "content", messageId: "x", type };
    document.dispatchEvent(new CustomEvent(type, { detail }));
    document.dispatchEvent(new CustomEvent(":wxt:content-script-started", { detail }));
    for (const message of [detail, { to: "tab", name: "getDigest" }, { to: "background", name: "getCard" }])
      window.postMessage(message, "*");
    // The queue of messages is worked off in order.
    await new Promise((resolve) => {
      addEventListener("message", ({ data }) => data === "last" && resolve(undefined));
      window.postMessage("last", "*");
    });
  });
  await expectUsable(page, card, "NATO");
});

test("the page finds no way into the card, nor what was opened", async ({ page, card, serve }) => {
  const head = `<script>
    var seen = [];
    const look = (what) => { try { seen.push(String(what())); } catch {} };
    customElements.define("context-card-host", class extends HTMLElement {
      constructor() { super(); look(() => this.attachInternals().shadowRoot.textContent); }
      connectedCallback() { look(() => this.attachInternals().shadowRoot.textContent); }
    });
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) { const root = attach.call(this, { ...init, mode: "open" });
      setTimeout(() => look(() => root.textContent), 500); return root; };
    const names = ["pointermove", "mouseover", "pointerdown", "mousedown", "pointerup", "click", "focusin", "selectionchange",
      "copy", "selectstart", "keydown", "scroll", "toggle", "beforetoggle", "contextmenu", "dragstart", "dblclick", "wheel"];
    for (const name of names) addEventListener(name, (event) => {
      look(() => event.composedPath().map((node) => (node.nodeName ?? "") + (node.textContent ?? "")).join());
      look(() => event.target.textContent);
      look(() => event.explicitOriginalTarget.textContent);
      look(() => event.dataTransfer.getData("text/plain") + event.dataTransfer.getData("text/uri-list"));
      look(() => event.clipboardData.getData("text/plain"));
      look(() => { const range = document.caretRangeFromPoint(event.clientX, event.clientY); return range.startContainer.textContent; });
      look(() => document.caretPositionFromPoint(event.clientX, event.clientY).offsetNode.textContent);
      look(() => document.elementsFromPoint(event.clientX, event.clientY).map((node) => node.shadowRoot?.textContent ?? node.innerText).join());
      look(() => getSelection().toString());
      look(() => getSelection().anchorNode.textContent + getSelection().focusNode.textContent);
      look(() => getSelection().getRangeAt(0).cloneContents().textContent);
      look(() => document.activeElement.innerText + document.activeElement.shadowRoot?.textContent);
      look(() => { const host = document.querySelector("context-card-host");
        return host.innerHTML + host.innerText + host.textContent + host.shadowRoot + host.getHTML({ serializableShadowRoots: true }); });
    }, true);
  </script>`;
  const { body } = html("<p>Volodymyr Zelensky spoke of NATO.</p>", head);
  await page.goto((await serve({ "/": { body } })).origin);
  await expectUsable(page, card, "NATO");
  const { x, y, width } = await card.box();
  // Selects some of the card's text, as a reader does who wants to copy it.
  await page.mouse.move(x + 22, y + 85);
  await page.mouse.down();
  await page.mouse.move(x + width - 40, y + 200, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.press("Control+c");
  await page.mouse.dblclick(x + 60, y + 85);
  await card.click("button", /^Ukraine$/u).catch(() => undefined);
  const words = ((await card.read())?.text ?? "").split(/[^\p{L}]+/u).filter((word) => word.length > 5);
  const hidden = words.filter((word) => !body.includes(word));
  const seen = String(await page.evaluate("seen.join(' ')"));
  expect(seen).toContain("CONTEXT-CARD-HOST");
  expect(hidden.length).toBeGreaterThan(50);
  expect(hidden.filter((word) => seen.includes(word))).toEqual([]);
});

test("10,000 levels of nesting are read, and what comes after them", async ({ page, card, serve }) => {
  await page.goto((await serve({ "/": story })).origin);
  await expectMarks(page, itsMarks);
  await page.evaluate(() => {
    const outer = document.createElement("section");
    // Laid out, so many would end the browser's own patience.
    outer.style.display = "none";
    let deepest: Element = outer;
    for (let part = 0; part < 20; part++) {
      const nested = document.createElement("template");
      nested.innerHTML = `${"<div>".repeat(500)}${"</div>".repeat(500)}`;
      deepest.append(nested.content);
      while (deepest.firstElementChild) deepest = deepest.firstElementChild;
    }
    deepest.id = "deepest";
    deepest.textContent = "Vladimir Putin named Crimea.";
    document.body.append(outer, "Luhansk was named.");
  });
  await expectMarks(page, [...itsMarks, "Luhansk"]);
  await page.evaluate(() => {
    const deepest = document.querySelector("#deepest");
    for (let change = 0; change < 500; change++) deepest?.append(` ${change}`);
    document.body.append(" And Crimea.");
    // Only what is at the deepest remains, and can be seen.
    if (deepest) document.body.append(deepest);
  });
  await expectMarks(page, [...itsMarks, "Luhansk", "Crimea", "Vladimir Putin", "Crimea"]);
  await expectUsable(page, card, "Sky News");
});

test("a text of 20 million letters leaves the page its turns", async ({ page, serve }) => {
  await page.goto((await serve({ "/": story })).origin);
  await expectMarks(page, itsMarks);
  const turns = await page.evaluateHandle(() => {
    const section = document.createElement("section");
    // How long the browser takes to lay it out is not in question.
    section.style.display = "none";
    section.append("Neither here nor there was anything of note. ".repeat(450_000));
    const last = document.createElement("p");
    last.textContent = "Vladimir Putin named Crimea.";
    document.body.append(section, last);
    const taken = { turns: 0 };
    const isMarked = () =>
      [...CSS.highlights.values()].some((highlight) =>
        [...(highlight as unknown as Iterable<AbstractRange>)].some((range) => last.contains(range.startContainer)),
      );
    const turn = () => {
      if (isMarked()) return;
      taken.turns += 1;
      port2.postMessage(undefined);
    };
    // Turns that wait for no clock: however quick the reading, there is one between any two stretches of it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = turn;
    port2.postMessage(undefined);
    return taken;
  });
  await expectMarks(page, [...itsMarks, "Vladimir Putin", "Crimea"]);
  // Read in one go it would leave two or three, those before and after.
  expect((await turns.jsonValue()).turns).toBeGreaterThan(10);
});

test("1,000 changes a second leave the page its turns, and its marks true", async ({ page, card, serve, plain }) => {
  const busy = html(`<p>Volodymyr Zelensky spoke of NATO.</p><div id=feed></div><script>
    const feed = document.querySelector("#feed");
    var made = 0, turns = 0;
    const work = () => {
      turns += 1;
      for (let change = 0; change < 4; change++, made++) {
        const line = document.createElement("p");
        line.textContent = "Line " + made + " about Vladimir Putin";
        feed.prepend(line);
        if (feed.childElementCount > 20) feed.lastChild.remove();
        if (made % 3 === 0) feed.firstChild.firstChild.data += ", edited";
      }
    };
    var worker = setInterval(work, 4);</script>`);
  const { origin } = await serve({ "/": busy });
  const bare = await plain.newPage();
  await bare.goto(origin);
  await page.goto(origin);
  await expect.poll(async () => (await visibleMarks(page)).map(({ words }) => words)).toContain("NATO");
  const count = (tab: Page) =>
    tab.evaluate(async () => {
      const counted = globalThis as unknown as { turns: number };
      const [before, begun] = [counted.turns, performance.now()];
      while (performance.now() - begun < 2000) await new Promise((resolve) => setTimeout(resolve, 50));
      return counted.turns - before;
    });
  // At the same time, so that both have the same machine.
  const [withUs, without] = await Promise.all([count(page), count(bare)]);
  await bare.close();
  expect(withUs / without).toBeGreaterThan(1 / 3);
  await expectUsable(page, card, "NATO");
  await page.keyboard.press("Escape");
  await page.evaluate(() => {
    clearInterval((globalThis as unknown as { worker: number }).worker);
    const feed = document.querySelector("#feed");
    if (feed) feed.textContent = "Sky News reported.";
  });
  await expectMarks(page, itsMarks);
});
