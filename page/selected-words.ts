import type { KeptPassage } from "./kept-passages.ts";
import { type Found, rectsOf } from "./mention-range.ts";
import { isText } from "./node-kinds.ts";
import { boxOf } from "./rendering.ts";

/** What is selected in this document or its shadow trees, as if it were a mention of `card`; undefined where it is not laid out. */
export function selectedWords(card: string, shadowRoots: readonly ShadowRoot[]): Found | undefined {
  const range = selectedRange(shadowRoots);
  const nodes = range ? textNodesIn(range) : [];
  const [first] = nodes;
  const block = first?.parentElement;
  if (!range || !first || !block) return undefined;
  const starts: number[] = [];
  let length = 0;
  for (const node of nodes) {
    starts.push(length);
    length += node.length;
  }
  const start = range.startContainer === first ? range.startOffset : 0;
  const last = nodes.at(-1);
  const end = range.endContainer === last ? (starts.at(-1) ?? 0) + range.endOffset : length;
  const mention = { card, start, end };
  const passage: KeptPassage = {
    lang: "",
    nodes,
    starts,
    block,
    reading: undefined,
    walk: {},
    box: boxOf(block),
    isRendered: true,
    mentions: [mention],
  };
  const found = { passage, mention };
  return rectsOf(found).length > 0 ? found : undefined;
}

/** Browsers that know of selections in shadow trees answer with what is selected there, if they are told of the trees. */
interface ComposedSelection {
  getComposedRanges?(options: { shadowRoots: readonly ShadowRoot[] }): StaticRange[];
}

function selectedRange(shadowRoots: readonly ShadowRoot[]): Range | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const composed = (selection as Selection & ComposedSelection).getComposedRanges?.({ shadowRoots })[0];
  const { startContainer, startOffset, endContainer, endOffset } = composed ?? selection.getRangeAt(0);
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.collapsed ? undefined : range;
}

function textNodesIn(range: Range): Text[] {
  const root = range.commonAncestorContainer;
  if (isText(root)) return [root];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    range.intersectsNode(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) if (isText(walker.currentNode)) nodes.push(walker.currentNode);
  return nodes;
}
