import { type Found, rectsOf } from "./mention-range.ts";
import {
  clientHeightOf,
  outerElementOf,
  rectOf,
  scrollHeightOf,
  scrollInside,
  scrollIntoView,
  scrollLeftOf,
  scrollTopOf,
  slotOf,
} from "./own-members.ts";
import { hostOf } from "./treatments.ts";

/** Jumps to mentions, and the way back from them. */
export interface Jumps {
  /** Scrolls a mention into the middle of the window and of what scrolls around it. */
  to(found: Found): void;
  /** The same for an element, as one that shows a frame. */
  toElement(element: Element): void;
  /** Scrolls all that was scrolled back to where it was before the first jump. */
  back(): void;
  /** Makes the place where the reader is now the one to come back to. */
  forget(): void;
}

/** Starts at the place where the reader is. */
export function createJumps(): Jumps {
  const places = new Map<Element, { left: number; top: number }>();

  /** Returns what may scroll around the element, from inside out. */
  function show(element: Element): Element[] {
    const scrollers = scrollersAround(element);
    for (const scroller of scrollers) {
      if (!places.has(scroller)) places.set(scroller, { left: scrollLeftOf(scroller), top: scrollTopOf(scroller) });
    }
    scrollIntoView(element, { block: "center", inline: "nearest", behavior: "instant" });
    return scrollers;
  }

  return {
    to(found) {
      const element = found.passage.nodes[0]?.parentElement;
      if (!element) return;
      // A long text may be in the middle without the line that was meant, of the window and of each part that scrolls.
      for (const scroller of show(element)) bringInto(scroller, found);
      const [line] = rectsOf(found);
      if (line) scrollBy({ top: line.top - innerHeight / 2, behavior: "instant" });
    },
    toElement: (element) => void show(element),
    back() {
      for (const [element, place] of places) scrollInside(element, { ...place, behavior: "instant" });
      places.clear();
    },
    forget: () => places.clear(),
  };
}

/** Scrolls an element so that a mention's first line, where it is beyond the element's box, comes to its middle. */
function bringInto(scroller: Element, found: Found): void {
  const [line] = rectsOf(found);
  const box = rectOf(scroller);
  if (!line || (line.top >= box.top && line.bottom <= box.bottom)) return;
  const top = scrollTopOf(scroller) + (line.top + line.bottom - box.top - box.bottom) / 2;
  scrollInside(scroller, { top, behavior: "instant" });
}

/** An element and those around it that may scroll, from inside out. */
function scrollersAround(element: Element): Element[] {
  const scrollers: Element[] = [];
  for (let at: Element | undefined = element; at; at = slotOf(at) ?? outerElementOf(at) ?? hostOf(at)) {
    if (scrollHeightOf(at) > clientHeightOf(at)) scrollers.push(at);
  }
  return scrollers;
}
