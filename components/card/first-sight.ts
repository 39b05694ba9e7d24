/** Parts of a card that come many at a time. */
const parts = ".timeline li, .dispute, .related";

/**
 * Before a card is added to a page: lets the browser leave out, until the card has been shown, what is below its edge. Most of a
 * long card is, and to lay it out would take longer than all else. Assistive technology is told of all of it at once
 * (https://drafts.csswg.org/css-contain-2/#content-visibility). Answers what may be left out.
 */
export function holdBack(frame: HTMLElement): HTMLElement[] {
  const held = [...frame.querySelectorAll<HTMLElement>(parts)];
  for (const { style } of held) {
    style.contentVisibility = "auto";
    // Taller than any of them: a card that is full stays as tall as it would be.
    style.containIntrinsicBlockSize = "100vh";
  }
  return held;
}

/** Once the card is in the page: lays out as much of what was held back as is above its edge, and all else after the first frame. */
export function bringIn(frame: HTMLElement, held: HTMLElement[]): void {
  const bottom = () => frame.getBoundingClientRect().bottom;
  // The more is laid out, the further down is what comes next.
  while (held[0] && held[0].getBoundingClientRect().top < bottom()) layOut(held.shift());
  requestAnimationFrame(() => setTimeout(() => held.forEach(layOut)));
}

function layOut(part: HTMLElement | undefined): void {
  part?.style.removeProperty("content-visibility");
  part?.style.removeProperty("contain-intrinsic-block-size");
}
