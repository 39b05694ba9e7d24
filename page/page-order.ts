import { hostOf } from "./treatments.ts";

/** Negative when `a` is read before `b`; a host's shadow tree is read before its children. Both must be connected. */
export function compareInPage(a: Node, b: Node): number {
  if (a === b) return 0;
  const position = a.compareDocumentPosition(b);
  if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED)) return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  const pathA = treesOf(a);
  const pathB = treesOf(b);
  // Down from the document to the first tree in which the two stand at different places.
  let depth = 0;
  while (depth + 1 < Math.min(pathA.length, pathB.length) && pathA[depth] === pathB[depth]) depth += 1;
  const placeA = pathA[depth];
  const placeB = pathB[depth];
  if (!placeA || !placeB) return 0;
  if (placeA === placeB) return pathB.length - pathA.length;
  const between = placeA.compareDocumentPosition(placeB);
  // One in the shadow tree of a host, the other among that host's children.
  if (between & Node.DOCUMENT_POSITION_CONTAINED_BY) return pathA.length > depth + 1 ? -1 : 1;
  if (between & Node.DOCUMENT_POSITION_CONTAINS) return pathB.length > depth + 1 ? 1 : -1;
  return between & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The node's place in each tree it is in: a host in the document, a host in that one's shadow tree …, the node. */
function treesOf(node: Node): Node[] {
  const path = [node];
  for (let host = hostOf(node); host; host = hostOf(host)) path.unshift(host);
  return path;
}
