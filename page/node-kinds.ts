// By nodeType, not instanceof: a node adopted from a frame is an instance of that frame's classes.

/** Whether a node is a text node (CDATA sections of XHTML apart, which browsers do not show as text of the page). */
export function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** Whether a node is the root of a shadow tree. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && "host" in node;
}
