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

/** How lines run where a card is placed: from left or from right, or, in columns, upright. */
export type Flow = "ltr" | "rtl" | "upright";

/** How the text of an element flows. */
export function flowOf(element: Element): Flow {
  const { direction, writingMode } = getComputedStyle(element);
  if (writingMode !== "horizontal-tb") return "upright";
  return direction === "rtl" ? "rtl" : "ltr";
}

/**
 * The place of a card by the line of text that was pointed at: below it where the card fits, else above, else on the
 * roomier side, else beside it; by an upright line beside it first. Never over the line, unless the window leaves no
 * other room.
 */
export function placeCard(line: Box, card: Size, window: Size, flow: Flow): Place {
  const beside = placeBeside(line, card, window, flow === "upright" ? line.top : undefined);
  if (beside && flow === "upright") return beside;
  const below = window.height - line.bottom - gap - margin;
  const above = line.top - gap - margin;
  const left = clamp(flow === "rtl" ? line.right - card.width : line.left, margin, window.width - margin - card.width);
  if (card.height <= below || (below >= above && below >= useful)) {
    return { left, top: line.bottom + gap, maxHeight: below };
  }
  if (card.height <= above || above >= useful) {
    const top = line.top - gap - Math.min(card.height, above);
    // A card that fits grows downwards when the reader unfolds it: its upper edge stays under the reader's eyes.
    return { left, top, maxHeight: card.height <= above ? window.height - top - margin : above };
  }
  if (beside) return beside;
  const maxHeight = window.height - 2 * margin;
  const height = Math.min(card.height, maxHeight);
  return { left, top: topOf(line, height, window), maxHeight };
}

/** Beside the line, level with its middle or from `top` on; undefined where neither side has room. */
function placeBeside(line: Box, card: Size, window: Size, top: number | undefined): Place | undefined {
  const right = line.right + gap;
  const left = line.left - gap - card.width;
  const fitsRight = right + card.width + margin <= window.width;
  if (!fitsRight && left < margin) return undefined;
  const maxHeight = window.height - 2 * margin;
  const height = Math.min(card.height, maxHeight);
  return {
    left: fitsRight ? right : left,
    top: top === undefined ? topOf(line, height, window) : keepInside(top, { ...card, height }, window),
    maxHeight,
  };
}

function topOf(line: Box, height: number, window: Size): number {
  return clamp((line.top + line.bottom - height) / 2, margin, window.height - margin - height);
}

/** The top of a card that has grown, moved up only as far as it must to stay in the window. */
export function keepInside(top: number, card: Size, window: Size): number {
  return clamp(top, margin, window.height - margin - card.height);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
