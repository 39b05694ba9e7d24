import type { Mention } from "#core/detect/mention.ts";
import type { KeptPassage } from "./kept-passages.ts";

/** A mention on the page. */
export interface Found {
  readonly passage: KeptPassage;
  readonly mention: Mention;
}

/** Where a mention stands in the page's text nodes. */
export function boundsOf({ passage, mention }: Found): StaticRangeInit | undefined {
  const start = placeOf(passage, mention.start, (from) => from <= mention.start);
  const end = placeOf(passage, mention.end, (from) => from < mention.end);
  return start && end
    ? { startContainer: start.node, startOffset: start.offset, endContainer: end.node, endOffset: end.offset }
    : undefined;
}

/** The words of a mention as the page has them. */
export function wordsOf(found: Found): string {
  const bounds = boundsOf(found);
  if (!bounds) return "";
  const range = document.createRange();
  range.setStart(bounds.startContainer, bounds.startOffset);
  range.setEnd(bounds.endContainer, bounds.endOffset);
  return range.toString().replace(/\s+/g, " ");
}

/** How much is shown of what stands before and behind a mention, in UTF-16 units. */
const reach = 60;

/** The words of a mention, and what its passage has before and behind them. */
export function wordsAround({ passage, mention: { start, end } }: Found): {
  before: string;
  words: string;
  after: string;
} {
  const between = (from: number, to: number) => {
    const pieces = passage.nodes.map((node, index) => {
      const offset = passage.starts[index] ?? 0;
      const first = Math.min(Math.max(0, from - offset), node.length);
      // Not `data`: a node may hold megabytes, and a script is given a copy of them.
      return node.substringData(first, Math.max(0, to - offset - first));
    });
    return pieces.join("").replace(/\s+/g, " ");
  };
  return {
    before: between(Math.max(0, start - reach), start),
    words: between(start, end),
    after: between(end, end + reach),
  };
}

/** The boxes of a mention's lines in the window, in CSS pixels; none when it is not laid out. */
export function rectsOf(found: Found): DOMRect[] {
  const bounds = boundsOf(found);
  if (!bounds?.startContainer.isConnected || !bounds.endContainer.isConnected) return [];
  // A live range taxes every change of the page: this one is given up at once.
  const range = document.createRange();
  range.setStart(bounds.startContainer, bounds.startOffset);
  range.setEnd(bounds.endContainer, bounds.endOffset);
  return joinLines([...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0));
}

/** One box a line: an inline tag in the midst of a name gives several. */
function joinLines(rects: readonly DOMRect[]): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const rect of rects) {
    const line = lines.at(-1);
    if (line && isBeside(line, rect)) lines[lines.length - 1] = unionOf(line, rect);
    else lines.push(rect);
  }
  return lines;
}

/** Whether two boxes share a line and touch, give or take a hair space. */
function isBeside(a: DOMRect, b: DOMRect): boolean {
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return overlap > Math.min(a.height, b.height) / 2 && b.left <= a.right + 2 && b.right >= a.left - 2;
}

function unionOf(a: DOMRect, b: DOMRect): DOMRect {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
}

function placeOf(
  { nodes, starts }: KeptPassage,
  offset: number,
  isBefore: (start: number) => boolean,
): { node: Text; offset: number } | undefined {
  const index = starts.findLastIndex(isBefore);
  const node = nodes[index];
  // The page may have shortened the text since it was read; its change is on its way to us.
  return node && { node, offset: Math.min(offset - (starts[index] ?? 0), node.length) };
}
