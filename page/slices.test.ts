// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import budgets from "../budgets.json" with { type: "json" };
import { createScanner } from "./scanner.ts";

/** What a passage takes to be read, in ms of a clock that only reading moves. */
const cost = 2;
const paragraphs = 200;

describe("the scanner's slices", () => {
  let stop: AbortController;
  let now: number;
  /** Milliseconds of reading between the page's turns. */
  let slices: number[];

  beforeEach(() => {
    stop = new AbortController();
    now = 1000;
    slices = [0];
    // happy-dom lays nothing out.
    Element.prototype.checkVisibility = () => true;
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

  const read = (text: string) => {
    now += cost;
    slices.push((slices.pop() ?? 0) + cost);
    return text;
  };
  const scanned = async () => {
    const detector = { read, decide: (texts: readonly string[]) => texts.map(() => []) };
    const scanner = createScanner({ detector, onMentions: () => {}, signal: stop.signal });
    await vi.waitFor(() => expect(scanner.isComplete).toBe(true), 4000);
  };

  it("are within their budget, however long the page", async () => {
    await scanned();
    expect(slices.reduce((sum, ms) => sum + ms, 0)).toBe(paragraphs * cost);
    expect(Math.max(...slices)).toBeLessThanOrEqual(budgets.slices.longestMs);
  });

  it("do not come while the page is hidden", async () => {
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    const detector = { read, decide: () => [] };
    createScanner({ detector, onMentions: () => {}, signal: stop.signal });
    await new Promise((resolve) => setTimeout(resolve));
    expect(slices).toEqual([0]);
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible");
    document.dispatchEvent(new Event("visibilitychange"));
    await vi.waitFor(() => expect(slices.reduce((sum, ms) => sum + ms, 0)).toBe(paragraphs * cost), 4000);
  });
});
