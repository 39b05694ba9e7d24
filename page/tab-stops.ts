import { isWithin } from "./flat-tree.ts";
import { compareInPage } from "./page-order.ts";
import { hostTag } from "./treatments.ts";

const stops =
  "a[href],area[href],audio[controls],button,iframe,input,object,select,summary,textarea,video[controls],[contenteditable],[tabindex]";

/** What Tab stops at in a tree, in its order; shadow trees and positive `tabindex` are left aside. */
export function tabStopsIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(stops)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(":disabled,[inert] *,[inert]") &&
      element.checkVisibility({ visibilityProperty: true }),
  );
}

/** The next thing of the page that Tab would stop at behind a node, or before it; undefined where there is none. */
export function tabStopBeside(node: Node, isForward: boolean): HTMLElement | undefined {
  const modal = [...document.querySelectorAll(":modal")].at(-1);
  const reached = tabStopsIn(document).filter(
    (stop) => stop.localName !== hostTag && (!modal || isWithin(modal, stop)),
  );
  return isForward
    ? reached.find((stop) => compareInPage(stop, node) > 0)
    : reached.findLast((stop) => compareInPage(stop, node) < 0);
}
