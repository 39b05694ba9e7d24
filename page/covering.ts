import { isElement, isShadowRoot } from "./node-kinds.ts";
import { parentOf, slotOf } from "./own-members.ts";

/** How long an answer holds, in ms: pages seldom turn what flows into a cover, and a pointer moves at every frame. */
const lifetime = 1000;

/**
 * A function that answers whether a text, or anything around it, may lie over other text: it is taken out of the flow, or
 * stretched over its neighbours by a pseudo-element, as teasers' links are.
 */
export function createCovering(now: () => number): (text: Text) => boolean {
  const known = new WeakMap<Node, { covers: boolean; at: number }>();
  return (text) => {
    const parent = parentOf(text) ?? text;
    const before = known.get(parent);
    if (before && now() - before.at < lifetime) return before.covers;
    const covers = isAnyCover(parent);
    known.set(parent, { covers, at: now() });
    return covers;
  };
}

function isAnyCover(inner: Node): boolean {
  for (let at: Node | null = inner; at; at = outerOf(at)) if (isElement(at) && mayCover(at)) return true;
  return false;
}

function outerOf(node: Node): Node | null {
  if (isShadowRoot(node)) return node.host;
  return (isElement(node) ? slotOf(node) : null) ?? parentOf(node);
}

function mayCover(element: Element): boolean {
  const { position, gridRowStart } = getComputedStyle(element);
  // Children of a grid that are told their place may share it.
  if (isOutOfFlow(position) || gridRowStart !== "auto") return true;
  return ["::before", "::after"].some((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return style.content !== "none" && isOutOfFlow(style.position);
  });
}

function isOutOfFlow(position: string): boolean {
  return position === "absolute" || position === "fixed" || position === "sticky";
}
