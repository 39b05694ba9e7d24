// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Mention } from "#core/detect/mention.ts";
import type { KeptPassage } from "./kept-passages.ts";
import { createScanner, type Scanner } from "./scanner.ts";

/** Finds the word Kyiv. */
const detector = (readings: string[]) => ({
  read(text: string) {
    readings.push(text.trim());
    return text.includes("Kyiv") ? text : undefined;
  },
  *decide(texts: readonly string[]) {
    const found: Mention[][] = [];
    for (const text of texts) {
      const start = text.indexOf("Kyiv");
      found.push([{ card: "kyiv", start, end: start + 4 }]);
      yield;
    }
    return found;
  },
});

describe("createScanner", () => {
  let stop: AbortController;
  let readings: string[];
  let passages: readonly KeptPassage[];
  let scanner: Scanner;

  const found = () => passages.map(({ nodes }) => nodes.map(({ data }) => data).join(""));
  const becomes = (expected: string[]) => vi.waitFor(() => expect(found()).toEqual(expected), 4000);
  let marker = 0;
  /** What comes last in the page has been read, and so all before it. */
  const settled = async () => {
    marker += 1;
    const text = `settled ${marker}`;
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    document.body.append(paragraph);
    await vi.waitFor(() => expect(readings).toContain(text), 4000);
    readings.splice(0, Number.POSITIVE_INFINITY, ...readings.filter((one) => one !== text));
  };

  beforeEach(async () => {
    // happy-dom lays nothing out.
    Element.prototype.checkVisibility = () => true;
    stop = new AbortController();
    readings = [];
    passages = [];
    document.body.innerHTML =
      "<main><p id=a>Kyiv one</p><p id=b>nothing</p><p id=c>Kyiv <b>two</b></p><p id=d><!--a-->x <code>Kyiv</code></p></main>";
    const onMentions = (next: readonly KeptPassage[]) => {
      passages = next;
      return undefined;
    };
    scanner = createScanner({ detector: detector(readings), onMentions, signal: stop.signal });
    await settled();
    await becomes(["Kyiv one", "Kyiv two"]);
    readings.length = 0;
  });

  afterEach(() => stop.abort());

  const one = (selector: string) => document.querySelector(selector) as HTMLElement;

  it("keeps what may hold mentions, in the page's order", () => {
    expect(scanner.isComplete).toBe(true);
    expect(found()).toEqual(["Kyiv one", "Kyiv two"]);
  });

  it.each([
    ["an edited text", () => (one("#a").textContent = "Kyiv three"), ["Kyiv three", "Kyiv two"], ["Kyiv three"]],
    ["a text that lost its name", () => (one("#a").textContent = "empty"), ["Kyiv two"], ["empty"]],
    [
      "a new block, in its place",
      () => one("#b").insertAdjacentHTML("afterend", "<p>Kyiv new</p>"),
      ["Kyiv one", "Kyiv new", "Kyiv two"],
      ["Kyiv new"],
    ],
    ["a removed block", () => one("#a").remove(), ["Kyiv two"], []],
    ["a moved block", () => one("main").append(one("#a")), ["Kyiv two", "Kyiv one"], ["Kyiv one"]],
    ["a removed inline tag", () => one("#c b").remove(), ["Kyiv one", "Kyiv "], ["Kyiv"]],
    ["a block that was hidden", () => (one("#a").hidden = true), ["Kyiv two"], []],
    [
      "a subtree built step by step",
      () => {
        const section = document.createElement("section");
        one("main").append(section);
        const paragraph = document.createElement("p");
        section.append(paragraph);
        paragraph.append("Kyiv ", "built");
      },
      ["Kyiv one", "Kyiv two", "Kyiv built"],
      ["Kyiv built"],
    ],
    ["a text emptied in place", () => ((one("#a").firstChild as Text).data = ""), ["Kyiv two"], []],
    ["a text made white space in place", () => ((one("#a").firstChild as Text).data = "\n "), ["Kyiv two"], []],
    [
      "a text edited in place",
      () => (one("#c b").firstChild as Text).appendData("!"),
      ["Kyiv one", "Kyiv two!"],
      ["Kyiv two!"],
    ],
    ["a comment", () => (one("#d").firstChild as Comment).appendData("!"), ["Kyiv one", "Kyiv two"], []],
    ["what is left alone", () => (one("#d code").firstChild as Text).appendData("!"), ["Kyiv one", "Kyiv two"], []],
    [
      "blocks in another order",
      () => one("main").replaceChildren(one("#c"), one("#b"), one("#a")),
      ["Kyiv two", "Kyiv one"],
      ["Kyiv two", "nothing", "Kyiv one"],
    ],
    [
      "blocks put before all others",
      () =>
        one("main").prepend(
          ...["x", "y", "z"].map((word) => {
            const fresh = document.createElement("p");
            fresh.textContent = `Kyiv ${word}`;
            return fresh;
          }),
        ),
      ["Kyiv x", "Kyiv y", "Kyiv z", "Kyiv one", "Kyiv two"],
      ["Kyiv x", "Kyiv y", "Kyiv z"],
    ],
    ["a replaced body", () => (document.body.innerHTML = "<p>Kyiv anew</p>"), ["Kyiv anew"], ["Kyiv anew"]],
  ])("reads again only what changed: %s", async (_, change, expected, read) => {
    change();
    await settled();
    await becomes(expected);
    expect(readings).toEqual(read);
  });

  it("keeps what is in a shadow tree in the order of its host, wherever that goes", async () => {
    one("main").insertAdjacentHTML("beforeend", "<div id=e>Kyiv light</div>");
    one("#e").attachShadow({ mode: "open" }).innerHTML = "<p>Kyiv shadow</p>";
    await settled();
    await becomes(["Kyiv one", "Kyiv two", "Kyiv shadow", "Kyiv light"]);
    readings.length = 0;
    one("main").prepend(one("#e"));
    await settled();
    await becomes(["Kyiv shadow", "Kyiv light", "Kyiv one", "Kyiv two"]);
    expect(readings.toSorted()).toEqual(["Kyiv light", "Kyiv shadow"]);
    one("#e").remove();
    await settled();
    await becomes(["Kyiv one", "Kyiv two"]);
  });

  it("finds the passage of a text node", () => {
    const text = one("#c b").firstChild as Text;
    expect(scanner.passageAt(text, 0)).toBe(passages[1]);
    expect(scanner.passageAt(one("#b").firstChild as Text, 0)).toBeUndefined();
  });

  it("reads no more once stopped", async () => {
    stop.abort();
    one("#a").textContent = "Kyiv again";
    const witness: string[] = [];
    stop = new AbortController();
    createScanner({ detector: detector(witness), onMentions: () => {}, signal: stop.signal });
    await vi.waitFor(() => expect(witness).toContain("Kyiv again"), 4000);
    expect(readings).toEqual([]);
  });
});
