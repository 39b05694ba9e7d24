import { type Found, rectsOf } from "./mention-range.ts";

/** Jumps to mentions, and the way back from them. */
export interface Jumps {
  /** Scrolls a mention into the middle of the window and of what scrolls around it. */
  to(found: Found): void;
  /** Scrolls all that was scrolled back to where it was before the first jump. */
  back(): void;
}

/** Starts at the place where the reader is. */
export function createJumps(): Jumps {
  const places = new Map<Element, { left: number; top: number }>();

  return {
    to(found) {
      const element = found.passage.nodes[0]?.parentElement;
      if (!element) return;
      for (let at: Element | null = element; at; at = outerOf(at)) {
        if (!places.has(at) && at.scrollHeight > at.clientHeight)
          places.set(at, { left: at.scrollLeft, top: at.scrollTop });
      }
      element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      const [line] = rectsOf(found);
      // A long paragraph may be in the middle without the line that was meant.
      if (line) scrollBy({ top: line.top - innerHeight / 2, behavior: "instant" });
    },
    back() {
      for (const [element, place] of places) element.scrollTo({ ...place, behavior: "instant" });
      places.clear();
    },
  };
}

function outerOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
