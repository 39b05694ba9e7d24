import type { KeptPassage } from "./kept-passages.ts";
import { isElement, isShadowRoot } from "./node-kinds.ts";
import { isVisible, matches, parentOf, slotOf } from "./own-members.ts";

/** The nearest element around a block, or it itself, that has a box of its own where it is shown. */
export function boxOf(block: Element | ShadowRoot): Element {
  let at: Element = isShadowRoot(block) ? block.host : block;
  while (getComputedStyle(at).display === "contents") {
    const outer = slotOf(at) ?? parentOf(at);
    if (!outer) break;
    if (isShadowRoot(outer)) at = outer.host;
    else if (isElement(outer)) at = outer;
    else break;
  }
  return at;
}

/** Whether an element is in a part of the page that scrolls, or clips, by itself. */
export function isInScroller(element: Element): boolean {
  for (let at = outerOf(element); at && at !== document.body; at = outerOf(at)) {
    if (at !== document.documentElement && getComputedStyle(at).overflowY !== "visible") return true;
  }
  return false;
}

/** The element around another, across shadow trees. */
function outerOf(element: Element): Element | undefined {
  const outer = slotOf(element) ?? parentOf(element);
  if (!outer) return undefined;
  return isShadowRoot(outer) ? outer.host : isElement(outer) ? outer : undefined;
}

/** Whether the page lays the element out: not `display: none`, a closed <details> or the like. Off screen counts. */
export function isRendered(element: Element): boolean {
  return isVisible(element);
}

/** Whether the text from `offset` on in a passage can be seen by somebody who scrolls to it. */
export function isShown({ nodes, starts }: KeptPassage, offset: number): boolean {
  const node = nodes[starts.findLastIndex((start) => start <= offset)];
  const parent = node?.parentElement;
  return parent ? isVisible(boxOf(parent), { visibilityProperty: true }) : false;
}

/**
 * Elements along the middle of what the window shows of the document, from top to bottom. In a long page the browser takes
 * milliseconds for each: one a step.
 */
export function* elementsInView(): Generator<undefined, Element[]> {
  const rows = 12;
  const elements = new Set<Element>();
  for (let row = 0; row < rows; row++) {
    const element = document.elementFromPoint(innerWidth / 2, ((row + 0.5) / rows) * innerHeight);
    if (element) elements.add(element);
    yield;
  }
  return [...elements];
}

const opaque = "audio,canvas,embed,iframe,img,input,meter,object,progress,select,svg,textarea,video";

/** Whether what lies under an element can be seen through its box. */
export function isSeeThrough(element: Element): boolean {
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  if (opacity === "0") return true;
  if (matches(element, opaque) || backgroundImage !== "none") return false;
  return backgroundColor === "transparent" || /^rgba\(.*, 0\)$|\/ 0\)$/.test(backgroundColor);
}
