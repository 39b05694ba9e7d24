import { flowOf, type Place, placeCard, type Size } from "#page/placement.ts";
import type { CardHost } from "./card-host.ts";

/** Finds the place of a card by a line of `box`'s text, and lowers the card where it has less room than it could fill. */
export function placeByLine({ frame }: CardHost, line: DOMRect, box: Element): Place {
  const place = placeCard(line, sizeOf(frame), windowSize(), flowOf(box));
  const card = frame.firstElementChild;
  if (card instanceof HTMLElement && place.maxHeight < Number.parseFloat(getComputedStyle(card).maxHeight)) {
    card.style.maxHeight = `${place.maxHeight}px`;
  }
  return place;
}

/** The size of what is drawn into a host's frame. */
export function sizeOf(frame: HTMLElement): Size {
  const { width, height } = frame.getBoundingClientRect();
  return { width, height };
}

/** Without the scroll bars; not by the document's element, whose measures the page's `zoom` changes. */
export function windowSize(): Size {
  const { width, height, scale } = window.visualViewport ?? { width: innerWidth, height: innerHeight, scale: 1 };
  return { width: width * scale, height: height * scale };
}
