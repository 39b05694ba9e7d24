import { typeOf } from "./own-members.ts";

// By nodeType, not instanceof: a node adopted from a frame is an instance of that frame's classes.

/** Whether a node is a text node (CDATA sections of XHTML apart, which browsers do not show as text of the page). */
export function isText(node: Node): node is Text {
  return typeOf(node) === Node.TEXT_NODE;
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return typeOf(node) === Node.ELEMENT_NODE;
}

/** Whether a node is the root of a shadow tree. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return typeOf(node) === Node.DOCUMENT_FRAGMENT_NODE && "host" in node;
}
