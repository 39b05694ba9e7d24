import { focusOn } from "#page/own-members.ts";
import { tabStopBeside } from "#page/tab-stops.ts";
import type { DrawnCard } from "./card-drawing.tsx";
import { isAtEnd } from "./card-focus.ts";

/** What keys act on. */
export interface CardKeysOptions {
  /** The card that is open, if one is. */
  card(): DrawnCard | undefined;
  /** Closes one level of it. */
  goOut(): void;
  close(): void;
}

/**
 * A listener for the page's key presses. While a card is open, Escape goes out by one level; from the card's ends, Tab goes on
 * in the page beside the mention, and closes a card that is not pinned. The page does not learn of presses that are taken.
 */
export function createCardKeys({ card, goOut, close }: CardKeysOptions): (event: KeyboardEvent) => void {
  return (event) => {
    const open = card();
    if (!open || !event.isTrusted || event.isComposing) return;
    if (event.key === "Escape") goOut();
    else if (!isPlainTab(event) || !leaveByTab(open, !event.shiftKey)) return;
    // One level a press: the dialog that the card is over stays.
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** False where it is left to the browser where Tab leads. */
  function leaveByTab({ host, hit, isPinned }: DrawnCard, isForward: boolean): boolean {
    if (!isAtEnd(host, isForward)) return false;
    const next = tabStopBeside(hit.passage.nodes[0] ?? hit.passage.box, isForward);
    // What has the focus must not be hidden by the card.
    if (!isPinned) close();
    if (next) focusOn(next);
    return next !== undefined;
  }
}

function isPlainTab({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key === "Tab" && !ctrlKey && !altKey && !metaKey;
}
