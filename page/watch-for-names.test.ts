// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type WatchForNames, watchForNames } from "./watch-for-names.ts";

describe("watchForNames", () => {
  let stop: AbortController;
  let looked: string[];
  let onSign: ReturnType<typeof vi.fn<() => void>>;
  let watch: WatchForNames;

  const start = () => {
    watch = watchForNames({
      mayName(text) {
        looked.push(text);
        return text.includes("Kyiv");
      },
      shadowRootOf: (element) => element.shadowRoot,
      onSign,
      signal: stop.signal,
    });
  };
  const isCalled = () => vi.waitFor(() => expect(onSign).toHaveBeenCalledOnce(), 4000);
  const isDone = () => vi.waitFor(() => expect(watch.isComplete).toBe(true), 4000);

  beforeEach(() => {
    stop = new AbortController();
    looked = [];
    onSign = vi.fn<() => void>(() => stop.abort());
    document.body.innerHTML = "<main><p>Nothing yet.</p></main>";
  });

  afterEach(() => stop.abort());

  it("tells at once of a name that is there", async () => {
    document.body.innerHTML = "<p>In Kyiv.</p>";
    start();
    await isCalled();
    expect(watch.isComplete).toBe(false);
  });

  it.each<[string, () => void]>([
    ["a paragraph", () => document.querySelector("main")?.insertAdjacentHTML("beforeend", "<p>In Kyiv.</p>")],
    ["an edited text", () => Object.assign(document.querySelector("p")?.firstChild ?? {}, { data: "In Kyiv." })],
    [
      "a word that comes in two pieces",
      () => {
        const p = document.querySelector("p");
        p?.replaceChildren("In Ky");
        p?.append("iv.");
      },
    ],
    [
      "a word whose middle is taken out",
      () => {
        const p = document.querySelector("p");
        p?.replaceChildren("In Ky", document.createElement("hr"), "iv.");
        p?.querySelector("hr")?.remove();
      },
    ],
    [
      "a shadow tree",
      () => {
        const root = document.querySelector("main")?.attachShadow({ mode: "open" });
        root?.append("In Kyiv.");
      },
    ],
  ])("tells of a name that comes later with %s", async (_, change) => {
    start();
    await isDone();
    expect(onSign).not.toHaveBeenCalled();
    change();
    await isCalled();
  });

  it("finds a word across the cuts of a long text", async () => {
    document.body.innerHTML = `<p>${"x".repeat(99_998)}Kyiv${"x".repeat(200_000)}</p>`;
    start();
    await isCalled();
  });

  it("finds a word beside a cut of the page, and one whose letters stand in many elements", async () => {
    const long = `<p>${"<i>x</i>".repeat(400)}</p>`;
    document.body.innerHTML = `${long}<p>${"x".repeat(20_000)}K</p><b>y</b><i>iv</i>${long}`;
    start();
    await isCalled();
  });

  it("comes back to what stands behind a place that is taken out of the page meanwhile", async () => {
    const long = "x".repeat(20_000);
    document.body.innerHTML = `<div id="gone">${long}</div><p>In Kyiv.</p>${"<i>x</i>".repeat(400)}`;
    watch = watchForNames({
      mayName(text) {
        const end = performance.now() + 6;
        while (performance.now() < end);
        queueMicrotask(() => document.getElementById("gone")?.remove());
        return text.includes("Kyiv");
      },
      shadowRootOf: (element) => element.shadowRoot,
      onSign,
      signal: stop.signal,
    });
    await isCalled();
  });

  it("looks again only at what changed", async () => {
    start();
    await isDone();
    looked = [];
    document.querySelector("main")?.insertAdjacentHTML("beforeend", "<p>Still nothing.</p>");
    await vi.waitFor(() => expect(looked.join("|")).toContain("Still nothing."), 4000);
    expect(looked.join("").length).toBeLessThan(60);
  });

  it("looks at nothing after the signal", async () => {
    start();
    await isDone();
    stop.abort();
    looked = [];
    document.body.append("In Kyiv.");
    await new Promise((resolve) => setTimeout(resolve));
    expect(looked).toEqual([]);
  });
});
