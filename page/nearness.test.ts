// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { allSteps } from "../tests/support/all-steps.ts";
import { createNearness } from "./nearness.ts";

const row = 20;
// Before the modules take hold of the prototypes' members.
const page = vi.hoisted(() => {
  const scrolled = { to: 0 };
  Element.prototype.getBoundingClientRect = function (this: Element) {
    return new DOMRect(0, Number(this.id) * 20 - scrolled.to, 100, 20);
  };
  return scrolled;
});
const view = { top: 0, bottom: 500 };

/** What the browser's own observer does, on a page of rows that each have their place. */
class RowObserver {
  static watched = new Map<Element, boolean | undefined>();
  static told: (entries: object[]) => void;
  constructor(told: (entries: object[]) => void) {
    RowObserver.told = told;
  }
  observe(box: Element): void {
    RowObserver.watched.set(box, undefined);
  }
  unobserve(box: Element): void {
    RowObserver.watched.delete(box);
  }
  disconnect(): void {
    RowObserver.watched.clear();
  }
  /** Tells of what has come and gone since, with the page scrolled to `from`. */
  static scrollTo(from: number): void {
    page.to = from;
    const entries = [...RowObserver.watched].flatMap(([target, before]) => {
      const at = Number(target.id) * row - from;
      const box = { top: at, bottom: at + row };
      const isIntersecting = box.bottom > view.top && box.top < view.bottom;
      RowObserver.watched.set(target, isIntersecting);
      return before === isIntersecting ? [] : [{ target, isIntersecting, boundingClientRect: box, rootBounds: view }];
    });
    RowObserver.told(entries);
  }
}

describe("createNearness", () => {
  let stop: AbortController;
  let alone: Element[];

  beforeEach(() => {
    stop = new AbortController();
    alone = [];
    RowObserver.watched.clear();
    vi.stubGlobal("IntersectionObserver", RowObserver);
    vi.stubGlobal("innerHeight", view.bottom);
  });
  afterEach(() => {
    stop.abort();
    vi.unstubAllGlobals();
  });

  const rows = (count: number) => {
    document.body.innerHTML = Array.from({ length: count }, (_, id) => `<p id=${id}>${"x".repeat(100)}</p>`).join("");
    return [...document.body.children];
  };
  const watching = (boxes: readonly Element[]) => {
    const nearness = createNearness({ onChange() {}, signal: stop.signal });
    const arrange = allSteps(nearness.arrange);
    const watch = (elements: readonly Element[]) =>
      arrange(
        elements.map((element) => ({
          element,
          isAlone: alone.includes(element),
          units: element.textContent.length,
        })),
      )();
    watch(boxes);
    return { nearness, watch, near: () => boxes.filter((box) => nearness.near.has(box)).map(({ id }) => Number(id)) };
  };
  const between = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

  it("tells of each box by itself where there are few", () => {
    const { near } = watching(rows(100));
    RowObserver.scrollTo(0);
    expect(near()).toEqual(between(0, 24));
    RowObserver.scrollTo(1000);
    expect(near()).toEqual(between(50, 74));
  });

  it("watches one in twelve where there are many, and misses none that is near", () => {
    const boxes = rows(4000);
    const { near, watch } = watching(boxes);
    expect(RowObserver.watched.size).toBeLessThan(380);
    for (const from of [0, 1000, 40_000, 79_500, 30]) {
      RowObserver.scrollTo(from);
      watch(boxes);
      const [first, last] = [Math.floor(from / row), Math.floor((from + 499) / row)];
      expect(near()).toEqual(expect.arrayContaining(between(first, Math.min(3999, last))));
      expect(near().length).toBeLessThan(26 + 3 * 12);
    }
  });

  it("watches some more after each time that the browser has told, until it watches all", () => {
    watching(rows(9000));
    const before = RowObserver.watched.size;
    RowObserver.scrollTo(0);
    const after = RowObserver.watched.size;
    expect(after).toBeGreaterThan(before);
    expect(after - before).toBeLessThan(300);
    RowObserver.scrollTo(0);
    RowObserver.scrollTo(0);
    expect([...RowObserver.watched.keys()].map(({ id }) => id)).toContain("8999");
  });

  it("watches what is not laid out by itself, however many there are", () => {
    const boxes = rows(1000);
    alone = boxes.slice(503, 506);
    watching(boxes);
    expect([...RowObserver.watched.keys()]).toEqual(expect.arrayContaining(alone));
  });

  it("watches what is tall by itself, however many there are", () => {
    const boxes = rows(1000);
    const [long] = boxes.slice(503);
    if (long) long.textContent = "long ".repeat(1000);
    watching(boxes);
    expect([...RowObserver.watched.keys()]).toContain(long);
  });

  it("leaves in peace what it watches when something comes between", () => {
    const boxes = rows(1000);
    const { nearness, watch } = watching(boxes);
    RowObserver.scrollTo(0);
    const before = [...RowObserver.watched.keys()];
    const fresh = document.createElement("p");
    boxes[4]?.after(fresh);
    watch([...document.body.children]);
    expect([...RowObserver.watched.keys()]).toEqual(expect.arrayContaining(before));
    expect(nearness.near.has(boxes[0] as Element)).toBe(true);
  });

  it("finds near what begins above the window and ends below it", () => {
    const boxes = rows(1000);
    const { nearness } = watching(boxes);
    const posts = [...RowObserver.watched.keys()];
    const [above, below] = [posts[10], posts[11]];
    page.to = Number(above?.id) * row + 60;
    vi.stubGlobal("innerHeight", 40);
    const tell = (target: Element | undefined, top: number) => ({
      target,
      isIntersecting: false,
      boundingClientRect: { top, bottom: top + row },
      rootBounds: view,
    });
    RowObserver.told([tell(above, -300), tell(below, 900)]);
    expect(nearness.near.has(boxes[boxes.indexOf(above as Element) + 1] as Element)).toBe(true);
  });
});
