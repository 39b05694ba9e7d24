import type { VNode } from "preact";
import type { CardHead } from "#core/pack/card-view.ts";
import { cards } from "#packs/cards.js";

/** One component in one state. */
export interface Specimen {
  /** Unique; groups by what stands before the colon. */
  name: string;
  view: VNode;
  /** Brings it into its state, as a reader would; called with what it was rendered into. */
  act?: (root: HTMLElement) => void | Promise<void>;
  /** Whether it is shown as wide as a page, instead of the gallery's own width. */
  isWide?: boolean;
}

/** For what a component calls, where nothing comes of it. */
export const nothing = () => {};

/** Every card's head, by its id. */
export const heads: ReadonlyMap<string, CardHead> = new Map(Object.values(cards.cards).map((head) => [head.id, head]));

/** Presses the first element that the selector finds. */
export function press(selector: string): (root: HTMLElement) => void {
  return (root) => root.querySelector<HTMLElement>(selector)?.click();
}

/** Types into the first input. */
export function ask(query: string): (root: HTMLElement) => void {
  return (root) => {
    const input = root.querySelector("input");
    if (!input) return;
    input.value = query;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
}

/** Resolves once the selector finds something. */
export async function until(root: HTMLElement, selector: string): Promise<void> {
  while (!root.querySelector(selector)) await new Promise(requestAnimationFrame);
}
