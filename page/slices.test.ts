// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import budgets from "../budgets.json" with { type: "json" };
import type { KeptPassage } from "./kept-passages.ts";
import { createScanner } from "./scanner.ts";

/** What a passage takes to be read, and to be weighed, in ms of a clock that nothing else moves. */
const cost = 2;
const weighing = 1;
/** What each step takes by which reading is made ready. */
const slow = 6;
const paragraphs = 200;

describe("the scanner's slices", () => {
  let stop: AbortController;
  let now: number;
  let shown: (y: number) => Element | null;
  /** Milliseconds of work between the page's turns. */
  let slices: number[];
  let readings: number;

  beforeEach(() => {
    stop = new AbortController();
    now = 1000;
    slices = [0];
    readings = 0;
    // happy-dom lays nothing out.
    Element.prototype.checkVisibility = () => true;
    shown = () => null;
    document.elementFromPoint = (_, y) => shown(y);
    vi.spyOn(performance, "now").mockImplementation(() => now);
    const turn = () => {
      slices.push(0);
      return new Promise<void>((resolve) => setTimeout(resolve));
    };
    vi.stubGlobal("scheduler", { postTask: turn });
    document.body.innerHTML = `<p>Kyiv</p>`.repeat(paragraphs);
  });

  afterEach(() => {
    stop.abort();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  const work = (ms: number) => {
    now += ms;
    slices.push((slices.pop() ?? 0) + ms);
  };
  const read = (text: string) => {
    work(cost);
    readings += 1;
    return text;
  };
  function* decide(texts: readonly string[]) {
    for (const _ of texts) {
      work(weighing);
      yield;
    }
    return texts.map(() => []);
  }
  function* prepare() {
    for (let step = 0; step < 3; step++) {
      work(slow);
      yield;
    }
  }
  const scanned = async () => {
    const detector = { prepare, read, decide };
    const scanner = createScanner({ detector, onMentions: () => {}, signal: stop.signal });
    await vi.waitFor(() => expect(scanner.isComplete).toBe(true), 4000);
  };

  it("are within their budget, making ready, reading and weighing, however long the page", async () => {
    await scanned();
    expect(readings).toBe(paragraphs);
    expect(Math.max(...slices)).toBeLessThanOrEqual(budgets.slices.longestMs);
  });

  it("go on with what the window shows, and read nothing twice", async () => {
    vi.stubGlobal("requestAnimationFrame", (frame: () => void) => frame());
    document.body.innerHTML = Array.from({ length: paragraphs }, (_, at) => `<p>Kyiv <b>${at}</b></p>`).join("");
    const all = document.querySelectorAll("b");
    shown = (y) => all[y < innerHeight / 2 ? 150 : 151] ?? null;
    const texts: string[] = [];
    const note = (text: string) => {
      texts.push(text);
      return read(text);
    };
    const detector = { read: note, decide };
    const found: string[] = [];
    let toldAt = 0;
    const onMentions = (passages: readonly KeptPassage<string>[]) => {
      found.splice(0, found.length, ...passages.map(({ reading }) => reading));
      if (found.includes("Kyiv 150")) toldAt ||= found.length;
      return undefined;
    };
    const scanner = createScanner({ detector, onMentions, signal: stop.signal });
    await vi.waitFor(() => expect(scanner.isComplete).toBe(true), 4000);
    const inOrder = Array.from({ length: paragraphs }, (_, at) => `Kyiv ${at}`);
    const ahead = texts.indexOf("Kyiv 150");
    expect(ahead).toBeLessThan(paragraphs / 10);
    expect(texts[ahead + 1]).toBe("Kyiv 151");
    expect(toldAt).toBeLessThan(paragraphs / 10);
    expect(texts.toSorted()).toEqual(inOrder.toSorted());
    await vi.waitFor(() => expect(found).toEqual(inOrder), 4000);
  });

  it("read again what the window shows where the page has changed it since", async () => {
    vi.stubGlobal("requestAnimationFrame", (frame: () => void) => frame());
    document.body.innerHTML = Array.from({ length: paragraphs }, (_, at) => `<p>Kyiv ${at}</p>`).join("");
    const inView = document.querySelectorAll("p")[150] as HTMLElement;
    shown = () => inView;
    const texts: string[] = [];
    const note = (text: string) => {
      texts.push(text);
      return read(text);
    };
    let readBefore = 0;
    const onMentions = (passages: readonly KeptPassage<string>[]) => {
      if (readBefore > 0 || !passages.some(({ reading }) => reading === "Kyiv 150")) return undefined;
      readBefore = texts.length;
      inView.insertAdjacentHTML("beforeend", "<b>, Lviv</b>");
      return undefined;
    };
    const scanner = createScanner({ detector: { read: note, decide }, onMentions, signal: stop.signal });
    await vi.waitFor(() => expect(scanner.isComplete).toBe(true), 4000);
    expect(readBefore).toBeLessThan(paragraphs / 2);
    expect(texts).toContain("Kyiv 150, Lviv");
  });

  it("ask what the window shows once the page is parsed, and not before", async () => {
    vi.stubGlobal("requestAnimationFrame", (frame: () => void) => frame());
    const asked: string[] = [];
    shown = () => {
      asked.push(document.readyState);
      return null;
    };
    let state: DocumentReadyState = "loading";
    vi.spyOn(document, "readyState", "get").mockImplementation(() => state);
    const note = (text: string) => {
      if (readings === paragraphs / 2) {
        state = "interactive";
        document.dispatchEvent(new Event("DOMContentLoaded"));
      }
      return read(text);
    };
    const scanner = createScanner({
      detector: { read: note, decide },
      onMentions: () => {},
      signal: stop.signal,
    });
    await vi.waitFor(() => expect(scanner.isComplete).toBe(true), 4000);
    expect(new Set(asked)).toEqual(new Set(["interactive"]));
  });

  it("read once what a page that loads adds while they go on, each by its own language", async () => {
    document.body.innerHTML = "<article><p>Kyiv</p></article>";
    const langs: string[] = [];
    const note = (text: string, lang: string) => {
      langs.push(lang);
      return read(text);
    };
    // As a parser does: an element first, then what is in it, with the reader's turns between.
    const article = document.querySelector("article") as HTMLElement;
    let added = 1;
    vi.stubGlobal("scheduler", {
      postTask: () => {
        slices.push(0);
        for (let more = 0; more < 5 && added < paragraphs; more++, added++) {
          const section = document.createElement("section");
          article.append(section);
          const paragraph = document.createElement("p");
          section.append(paragraph);
          paragraph.append("Kyiv");
          if (added % 2 === 0) paragraph.lang = "uk";
        }
        return new Promise<void>((resolve) => setTimeout(resolve));
      },
    });
    const scanner = createScanner({
      detector: { prepare, read: note, decide },
      onMentions: () => {},
      signal: stop.signal,
    });
    await vi.waitFor(() => expect(scanner.isComplete).toBe(true), 4000);
    expect(added).toBe(paragraphs);
    expect(readings).toBe(paragraphs);
    expect(langs.filter((lang) => lang === "uk").length).toBe(paragraphs / 2 - 1);
    expect(Math.max(...slices)).toBeLessThanOrEqual(budgets.slices.longestMs);
  });

  it("do not come while the page is hidden", async () => {
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    const detector = { read, decide };
    createScanner({ detector, onMentions: () => {}, signal: stop.signal });
    await new Promise((resolve) => setTimeout(resolve));
    expect(slices).toEqual([0]);
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible");
    document.dispatchEvent(new Event("visibilitychange"));
    await vi.waitFor(() => expect(readings).toBe(paragraphs), 4000);
  });
});
