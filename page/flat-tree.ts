import { isElement, isShadowRoot, isText } from "./node-kinds.ts";
import { parentOf, slotOf } from "./own-members.ts";

/** What is around a node as it is shown: the slot it is put into, or its parent; around a shadow tree, its host. */
export function outerOf(node: Node): Node | null {
  if (isShadowRoot(node)) return node.host;
  const slot = isElement(node) ? slotOf(node) : isText(node) ? node.assignedSlot : null;
  return slot ?? parentOf(node);
}

/** Whether a node is shown within another, or is it. */
export function isWithin(outer: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = outerOf(at)) if (at === outer) return true;
  return false;
}
