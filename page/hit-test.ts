import type { Mention } from "#core/detect/mention.ts";
import { createCovering } from "./covering.ts";
import type { KeptPassage } from "./kept-passages.ts";
import { type Found, rectsOf } from "./mention-range.ts";
import { isText } from "./node-kinds.ts";
import { isSeeThrough } from "./rendering.ts";

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The mention under a point. */
export interface Hit extends Found {
  /** The boxes of its lines. */
  readonly rects: readonly DOMRect[];
  /** The box of the line that the point is on. */
  readonly line: DOMRect;
}

export interface HitTestOptions {
  passageAt(node: Text, offset: number): KeptPassage | undefined;
  mentionsOf(passage: KeptPassage): readonly Mention[];
  /** The marks of the passages that this element is the box of. */
  marksIn(box: Element): Iterable<Found>;
  shadowRoots(): readonly ShadowRoot[];
}

/** How far beside the glyphs a pointer still counts as on them, in CSS pixels. */
const tolerance = 1;
/** How long an answer may be used again, in ms: the page may scroll or change beneath a resting pointer. */
const lifetime = 100;
/** How many marks are measured, at most, to find one beneath something: they may stand in one huge block. */
const mostBeneath = 200;

/** A function that answers which mention's glyphs hold a point. It changes nothing on the page and forces no style. */
export function createHitTest(options: HitTestOptions): (point: Point) => Hit | undefined {
  let last: { hit: Hit; at: number } | undefined;
  const covers = createCovering(() => performance.now());

  return (point) => {
    const now = performance.now();
    if (last && now - last.at < lifetime && options.mentionsOf(last.hit.passage).includes(last.hit.mention)) {
      const line = lineAt(last.hit.rects, point);
      if (line) return line === last.hit.line ? last.hit : { ...last.hit, line };
    }
    const hit = findHit(point, options, covers);
    last = hit && { hit, at: now };
    return hit;
  };
}

function findHit(point: Point, options: HitTestOptions, covers: (text: Text) => boolean): Hit | undefined {
  const caret = caretAt(point, options.shadowRoots());
  if (!caret?.isOnText) {
    // Beside text that flows, as in a margin, nothing lies over anything: to ask for all that lies there costs a second test.
    if (caret && isText(caret.node) && !covers(caret.node)) return undefined;
    return findBeneath(point, options);
  }
  if (!isText(caret.node)) return undefined;
  const passage = options.passageAt(caret.node, caret.offset);
  if (!passage) return undefined;
  const offset = caret.offset + (passage.starts[passage.nodes.indexOf(caret.node)] ?? 0);
  const mentions = options.mentionsOf(passage);
  const after = mentionAt(mentions, offset);
  // On a name's last letter the nearest caret may be behind it, where another name may begin.
  const before = mentionAt(mentions, offset - 1);
  for (const mention of new Set([after, before])) {
    if (!mention) continue;
    // The caret API answers with the nearest text, however far: a point in the margin is beside a name, not on it.
    const rects = rectsOf({ passage, mention });
    const line = lineAt(rects, point);
    if (line) return { passage, mention, rects, line };
  }
  return undefined;
}

/** The mention that holds the character at `offset`. `mentions` are sorted and do not overlap. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  let low = 0;
  let high = mentions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((mentions[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = mentions[low];
  return found && found.start <= offset && offset < found.end ? found : undefined;
}

/** The mention that shows through what lies over it: pages lay an empty link over a whole teaser. */
function findBeneath(point: Point, options: HitTestOptions): Hit | undefined {
  let left = mostBeneath;
  const [top, ...beneath] = document.elementsFromPoint(point.x, point.y);
  // Text of the topmost element itself would have been under the caret.
  if (!top || !isSeeThrough(top)) return undefined;
  for (const element of beneath) {
    for (const found of options.marksIn(element)) {
      if (left-- === 0) return undefined;
      const rects = rectsOf(found);
      const line = lineAt(rects, point);
      if (line) return { ...found, rects, line };
    }
    if (!isSeeThrough(element)) return undefined;
  }
  return undefined;
}

function lineAt(rects: readonly DOMRect[], { x, y }: Point): DOMRect | undefined {
  return rects.find(
    ({ left, right, top, bottom }) =>
      x >= left - tolerance && x <= right + tolerance && y >= top - tolerance && y <= bottom + tolerance,
  );
}

interface Caret {
  node: Node;
  offset: number;
  /** Whether the point is on text, and not just nearer to this one than to others. */
  isOnText: boolean;
}

function caretAt(point: Point, shadowRoots: readonly ShadowRoot[]): Caret | undefined {
  const { x, y } = point;
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
    if (!position) return undefined;
    const { offsetNode: node, offset } = position;
    return { node, offset, isOnText: isText(node) && isNear(position.getClientRect(), point) };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  if (!range) return undefined;
  const { startContainer: node, startOffset: offset } = range;
  return { node, offset, isOnText: isText(node) && isNear(range.getBoundingClientRect(), point) };
}

/** Whether a caret is within a letter of a point, which is all that a caret in the text under it can be. */
function isNear(caret: DOMRect | null, { x, y }: Point): boolean {
  if (!caret) return false;
  const letter = Math.max(caret.width, caret.height);
  return x >= caret.left - letter && x <= caret.right + letter && y >= caret.top - letter && y <= caret.bottom + letter;
}
