// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { allSteps } from "../tests/support/all-steps.ts";
import type { KeptPassage } from "./kept-passages.ts";
import { createMarks, type Marks } from "./marks.ts";

/** What is on its way to the observer of boxes, as the browser keeps it: `unobserve` takes nothing of it back. */
let onTheirWay: { target: Element; isIntersecting: boolean }[];
let deliver: () => void;

class SlowObserver {
  constructor(tell: (entries: typeof onTheirWay) => void) {
    deliver = () => tell(onTheirWay.splice(0));
  }
  observe(target: Element): void {
    onTheirWay.push({ target, isIntersecting: true });
  }
  unobserve(): void {}
  disconnect(): void {}
}

class FakeHighlight extends Set<StaticRange> {
  priority = 0;
}

describe("createMarks", () => {
  let stop: AbortController;
  let marks: Marks;
  const onReveal = vi.fn();
  const highlights = new Map<string, FakeHighlight>();
  const marked = () => [...(highlights.get("context-card-dotted") ?? [])].map(({ startContainer }) => startContainer);

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("IntersectionObserver", SlowObserver);
    vi.stubGlobal("Highlight", FakeHighlight);
    vi.stubGlobal("CSS", { highlights });
    vi.stubGlobal(
      "StaticRange",
      class {
        constructor(bounds: StaticRangeInit) {
          Object.assign(this, bounds);
        }
      },
    );
    onTheirWay = [];
    stop = new AbortController();
    marks = createMarks({ style: "dotted", shadowStyles: undefined, onReveal, signal: stop.signal });
  });

  afterEach(() => {
    stop.abort();
    vi.unstubAllGlobals();
    vi.useRealTimers();
    onReveal.mockClear();
  });

  function passageIn(box: Element, isRendered = true): KeptPassage {
    const text = document.createTextNode("Kyiv");
    box.append(text);
    const mentions = [{ card: "kyiv", start: 0, end: 4 }];
    return { lang: "en", nodes: [text], starts: [0], block: box, box, reading: "", walk: {}, isRendered, mentions };
  }

  const showing = (...passages: KeptPassage[]) =>
    marks.show(passages.map((passage) => ({ passage, mentions: passage.mentions })));
  const show = allSteps(showing);

  it("registers what comes near the window, once it has", () => {
    const passage = passageIn(document.createElement("p"));
    show(passage);
    expect(marked()).toEqual([]);
    deliver();
    expect(marked()).toEqual(passage.nodes);
    onTheirWay.push({ target: passage.box, isIntersecting: false });
    deliver();
    expect(marked()).toEqual([]);
  });

  it("tells of what is shown that was not", () => {
    const passage = passageIn(document.createElement("p"), false);
    show(passage);
    deliver();
    expect(onReveal).toHaveBeenCalledExactlyOnceWith(passage);
  });

  it("lets go of a box for good, though an entry was on its way", () => {
    const box = document.createElement("p");
    show(passageIn(box));
    show();
    deliver();
    show(passageIn(box));
    // Nobody has told yet that it is near again.
    expect(marked()).toEqual([]);
    deliver();
    expect(marked()).toHaveLength(1);
  });

  it("keeps the marks of a text that is read again, without waiting", () => {
    const box = document.createElement("p");
    show(passageIn(box));
    deliver();
    const again = passageIn(box);
    show(again);
    expect(marked()).toEqual(again.nodes);
  });

  it("changes nothing until all is ready, nor when it is given up before", () => {
    const one = document.createElement("p");
    const other = document.createElement("p");
    const before = passageIn(one);
    show(before);
    deliver();
    const many = Array.from({ length: 400 }, () => passageIn(other));
    const again = passageIn(one);
    const steps = showing(...many, again);
    for (let step = 0; step < 20; step++) expect(steps.next().done).toBe(false);
    expect(marked()).toEqual(before.nodes);
    expect(marks.mentionsOf(before)).toEqual(before.mentions);
    show(before);
    expect(marked()).toEqual(before.nodes);
    show(...many, again);
    expect(marked()).toEqual(again.nodes);
  });

  it("goes through a few passages at a step, however many there are", () => {
    const passages = Array.from({ length: 2000 }, () => passageIn(document.createElement("p")));
    let looked = 0;
    const marked = passages.map((passage) => ({
      passage,
      get mentions() {
        looked += 1;
        return passage.mentions;
      },
    }));
    const between: number[] = [];
    for (const _ of marks.show(marked)) between.push(looked);
    between.push(looked);
    expect(between.length).toBeGreaterThan(2000 / 16);
    expect(Math.max(...between.map((now, at) => now - (between[at - 1] ?? 0)))).toBeLessThanOrEqual(16);
  });

  it("leaves nothing when it ends", () => {
    show(passageIn(document.createElement("p")));
    deliver();
    stop.abort();
    expect([...highlights.keys()]).toEqual([]);
    deliver();
    expect([...highlights.keys()]).toEqual([]);
  });
});
