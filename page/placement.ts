import type { Box } from "./intent.ts";

/** Sizes in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a card stands in the window, and how high it may grow there. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

/** Between card and line, and between card and the window's edge. */
const gap = 6;
const margin = 8;
/** A card lower than this is no use: rather beside the line than so. */
const useful = 240;

/**
 * The place of a card by the line of text that was pointed at: below it where the card fits, else above, else on the
 * roomier side, else beside it. Never over the line, unless the window leaves no other room. `isRtl` aligns the card
 * with the line's right edge.
 */
export function placeCard(line: Box, card: Size, window: Size, isRtl: boolean): Place {
  const below = window.height - line.bottom - gap - margin;
  const above = line.top - gap - margin;
  const left = clamp(isRtl ? line.right - card.width : line.left, margin, window.width - margin - card.width);
  if (card.height <= below || (below >= above && below >= useful)) {
    return { left, top: line.bottom + gap, maxHeight: below };
  }
  if (card.height <= above || above >= useful) {
    const top = line.top - gap - Math.min(card.height, above);
    // A card that fits grows downwards when the reader unfolds it: its upper edge stays under the reader's eyes.
    return { left, top, maxHeight: card.height <= above ? window.height - top - margin : above };
  }
  const maxHeight = window.height - 2 * margin;
  const height = Math.min(card.height, maxHeight);
  const top = clamp((line.top + line.bottom - height) / 2, margin, window.height - margin - height);
  if (line.right + gap + card.width + margin <= window.width) return { left: line.right + gap, top, maxHeight };
  if (line.left - gap - card.width >= margin) return { left: line.left - gap - card.width, top, maxHeight };
  return { left, top, maxHeight };
}

/** The top of a card that has grown, moved up only as far as it must to stay in the window. */
export function keepInside(top: number, card: Size, window: Size): number {
  return clamp(top, margin, window.height - margin - card.height);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
