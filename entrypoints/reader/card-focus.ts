import { focusOn, isConnected } from "#page/own-members.ts";
import { tabStopsIn } from "#page/tab-stops.ts";
import { shadowRootOf } from "#platform/shadow-roots.ts";
import type { CardHost } from "./card-host.ts";

/** What has the focus, and whether that is in this frame at all. */
export interface FocusPlace {
  readonly element: Element | null;
  readonly isHere: boolean;
}

/** Where the focus is now; within shadow trees, too, whose hosts mostly take none. */
export function focusNow(): FocusPlace {
  let element = document.activeElement;
  for (let inner = element; inner; inner = (element && shadowRootOf(element)?.activeElement) ?? null) element = inner;
  return { element, isHere: document.hasFocus() };
}

/** Puts the focus back, without scrolling. False where it belongs to another frame. */
export function giveFocusBack({ element, isHere }: FocusPlace): boolean {
  if (element instanceof HTMLElement && isConnected(element)) focusOn(element, { preventScroll: true });
  return isHere || window === window.top;
}

/** Gives the focus to the card as a whole: a screen reader says its name, once. */
export function focusCard(host: CardHost): void {
  const card = host.frame.firstElementChild;
  if (!(card instanceof HTMLElement)) return;
  card.focus({ preventScroll: true });
  if (host.focused()) return;
  // A page that keeps the focus within a part of itself lets it into what stands there.
  host.moveToAnchor();
  card.focus({ preventScroll: true });
}

/** Whether what has the focus is the last (or, backwards, first) thing on the card that Tab stops at. */
export function isAtEnd(host: CardHost, isForward: boolean): boolean {
  const focused = host.focused();
  if (!focused) return false;
  const end = tabStopsIn(host.frame).at(isForward ? -1 : 0);
  const between = isForward ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return !end || !(end.compareDocumentPosition(focused) & between);
}
