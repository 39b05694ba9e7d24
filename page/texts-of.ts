import { isElement, isText } from "./node-kinds.ts";
import {
  elementsIn,
  firstChildOf,
  isConnected,
  lastChildOf,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  textOf,
} from "./own-members.ts";

/** How far the taking of a text has come. */
export interface Place {
  /** What was taken last. */
  at?: Node;
  /** Whether that is no longer where it was: what stands behind it may be left out. */
  isLost?: boolean;
}

/** Elements whose text is taken in one go: one go for all of a long page takes twice as long, for memory's sake. */
const most = 250;
/** UTF-16 units that make a piece: less than that costs more to look at. */
const enough = 16_000;
/** UTF-16 units of one text that are looked at in one go. */
const longest = 100_000;
/** What ends one piece begins the next, so that no word is cut, nor what tells of a word from it. */
const overlap = 512;

/**
 * All text under a node, and next to it on either side, in pieces that overlap; markup and scripts' text included. The page
 * may change between two pieces: `place` is kept up to date.
 */
export function* textsOf(node: Node, place: Place): Generator<string> {
  if (!isConnected(node)) return;
  let text = endOf(previousSiblingOf(node));
  for (const whole of wholesOf(node, place)) {
    for (let from = 0; from < whole.length; from += longest) {
      text += whole.slice(from, from + longest);
      if (text.length < enough) continue;
      yield text;
      text = text.slice(-overlap);
    }
  }
  yield text + startOf(nextSiblingOf(node));
}

/** The text under a node, in as few wholes as come to a bearable size each. */
function* wholesOf(root: Node, place: Place): Generator<string> {
  for (let node: Node | null = root; node; ) {
    place.at = node;
    let inner: Node | null = null;
    if (isText(node)) yield node.data;
    else if (isElement(node) && !hasMoreThan(most, node)) yield textOf(node) ?? "";
    else inner = firstChildOf(node);
    node = inner ?? nextOutside(node, root);
  }
}

/** The node that follows on a node and all that is in it. */
function nextOutside(node: Node, root: Node): Node | null {
  for (let at: Node | null = node; at && at !== root; at = parentOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
}

/** Not by counting: that goes through all of a page. */
function hasMoreThan(count: number, node: Element): boolean {
  return elementsIn(node, "*")[count] !== undefined;
}

function endOf(node: Node | null): string {
  let last = node;
  for (let inner = last; inner; inner = lastChildOf(inner)) last = inner;
  return last && isText(last) ? last.data.slice(-overlap) : "";
}

function startOf(node: Node | null): string {
  let first = node;
  for (let inner = first; inner; inner = firstChildOf(inner)) first = inner;
  return first && isText(first) ? first.data.slice(0, overlap) : "";
}
