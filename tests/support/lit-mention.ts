import type { Frame, Page } from "@playwright/test";

/** The words of the mention that the keyboard has led to in a frame; “out of sight” is said of those that are. */
export const lit = (frame: Page | Frame) =>
  frame.evaluate(() => {
    const [range] = [...(CSS.highlights.get("context-card-active") ?? [])] as unknown as AbstractRange[];
    if (!range) return undefined;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { top, bottom } = live.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight ? `${live}` : `${live} out of sight`;
  });
