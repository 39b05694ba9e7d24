// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Hit } from "./hit-test.ts";
import { watchTouch } from "./touch-watch.ts";

// What is under each part of the test's page is not this module's matter.
const hit = {} as Hit;
let opened: Hit[];
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = "<a href='#there'>Volodymyr Zelensky spoke</a><p>NATO</p>";
  opened = [];
  stop = new AbortController();
  watchTouch({
    hitTest: ({ x }) => (x < 100 ? hit : undefined),
    hasCard: () => opened.length > 0,
    isOnCard: () => false,
    onOpen: (found) => opened.push(found),
    onTapElsewhere: () => {},
    signal: stop.signal,
  });
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

/** What the reader's first finger does, as the browser tells of it. Answers whether its own deed is left to the browser. */
function finger(type: string, { x = 50, y = 10, on = "a", isPrimary = true } = {}): boolean {
  const at = { clientX: x, clientY: y, pointerType: "touch", isPrimary, bubbles: true, cancelable: true };
  const event = new PointerEvent(type, at);
  Object.defineProperty(event, "isTrusted", { value: true });
  return document.querySelector(on)?.dispatchEvent(event) ?? false;
}

test("a finger held still on a link's name opens its card, and neither menu nor click comes of it", () => {
  finger("pointerdown");
  finger("pointermove", { x: 54 });
  vi.advanceTimersByTime(499);
  expect(opened).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(opened).toEqual([hit]);
  expect(finger("contextmenu")).toBe(false);
  finger("pointerup");
  expect(finger("click")).toBe(false);
  expect(opened).toEqual([hit]);
});

test("a browser that asks for its menu sooner has the card opened then, once", () => {
  finger("pointerdown");
  vi.advanceTimersByTime(400);
  expect(finger("contextmenu")).toBe(false);
  vi.advanceTimersByTime(1000);
  expect(opened).toEqual([hit]);
});

test.each<[string, () => void]>([
  ["lifted", () => finger("pointerup")],
  ["moved", () => finger("pointermove", { y: 24 })],
  ["taken by the browser to scroll", () => finger("pointercancel")],
  ["joined by another", () => finger("pointerdown", { isPrimary: false })],
])("a finger that is %s in time opens nothing", (_, act) => {
  finger("pointerdown");
  vi.advanceTimersByTime(300);
  act();
  vi.advanceTimersByTime(1000);
  expect(opened).toEqual([]);
});

test("a link's tap stays its own", () => {
  finger("pointerdown");
  finger("pointerup");
  expect(finger("click")).toBe(true);
  expect(opened).toEqual([]);
});

test.each([
  ["beside the name in a link", { x: 150 }],
  ["on a name that is no link", { on: "p" }],
])("a long press %s is the browser's", (_, place) => {
  finger("pointerdown", place);
  vi.advanceTimersByTime(1000);
  expect(finger("contextmenu", place)).toBe(true);
  expect(opened).toEqual([]);
});

test("the tap after a long press is one again", () => {
  finger("pointerdown");
  vi.advanceTimersByTime(500);
  finger("pointerup");
  finger("pointerdown");
  finger("pointerup");
  expect(finger("click")).toBe(true);
});
