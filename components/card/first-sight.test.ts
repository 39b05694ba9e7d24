// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { bringIn, holdBack } from "./first-sight.ts";

/** What is held back counts as tall as the window, and each item that is laid out as 40 px; the frame cuts off at 100. */
function layOutBy(frame: HTMLElement, items: readonly HTMLElement[]): void {
  const heightOf = ({ style }: HTMLElement) => (style.contentVisibility === "auto" ? innerHeight : 40);
  const rect = (top: number, height: number) => ({ top, bottom: top + height }) as DOMRect;
  frame.getBoundingClientRect = () => rect(0, 100);
  for (const [at, item] of items.entries())
    item.getBoundingClientRect = () =>
      rect(
        items.slice(0, at).reduce((sum, before) => sum + heightOf(before), 0),
        heightOf(item),
      );
}

describe("the first sight of a card", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("has all that is above the card's edge, and what is below only after the frame that shows it", async () => {
    let draw = () => {};
    vi.stubGlobal("requestAnimationFrame", (act: () => void) => {
      draw = act;
    });
    const frame = document.createElement("div");
    frame.innerHTML = `<p>Head</p><ul class=timeline>${"<li>fact</li>".repeat(5)}</ul><p class=related>more</p>`;
    const items = [...frame.querySelectorAll<HTMLElement>("li, .related")];
    layOutBy(frame, items);
    const held = () => items.map(({ style }) => style.contentVisibility === "auto");

    const below = holdBack(frame);
    expect(held()).toEqual([true, true, true, true, true, true]);
    bringIn(frame, below);
    // Of the three that reach into 100 px, the last is cut.
    expect(held()).toEqual([false, false, false, true, true, true]);
    draw();
    expect(held()).toEqual([false, false, false, true, true, true]);
    await vi.waitFor(() => expect(held()).toEqual([false, false, false, false, false, false]));
    expect(frame.querySelector("[style]:not([style=''])")).toBeNull();
  });
});
