import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** The part of a card that its head may take while the card scrolls under it. */
const most = 0.45;
/** Between the head and what is brought into sight, in CSS pixels. */
const gap = 12;

/**
 * Lets a card's head stay in sight only where that leaves room for what it heads, which large text or a low window may not.
 * Nothing is brought into sight beneath it then: neither what gets the focus, nor a part that the reader goes to.
 */
export function useHeadRoom(root: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const card = root.current;
    const head = card?.querySelector<HTMLElement>(".head");
    if (!card || !head) return;
    // On a page that is the card's alone, that scrolls.
    const isPage = card.getRootNode() === document && getComputedStyle(card).overflowY === "visible";
    const scroller = isPage ? document.documentElement : card;
    const measure = () => {
      const isTooHigh = head.offsetHeight > most * Math.min(card.clientHeight, innerHeight);
      card.toggleAttribute("data-low", isTooHigh);
      scroller.style.scrollPaddingBlockStart = `${isTooHigh ? gap : head.offsetHeight + gap}px`;
    };
    const observer = new ResizeObserver(measure);
    observer.observe(card);
    observer.observe(head);
    return () => {
      observer.disconnect();
      scroller.style.scrollPaddingBlockStart = "";
    };
  }, [root]);
}
