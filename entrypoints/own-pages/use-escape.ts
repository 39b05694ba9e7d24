import { useEffect } from "preact/hooks";
import { foldInnermost } from "#components/card/fold-innermost.ts";

/** While a card stands in a page of ours (`isOpen`), Escape closes one level: an unfolded source, then by `back` the card. */
export function useEscape(isOpen: boolean, back: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const closeLevel = (event: KeyboardEvent) => {
      const card = document.querySelector(".card");
      if (event.key !== "Escape" || event.isComposing || event.defaultPrevented || !card) return;
      // The browser would close the popup.
      event.preventDefault();
      const focused = document.activeElement;
      if (!foldInnermost(card, card.contains(focused) ? focused : null)) back();
    };
    window.addEventListener("keydown", closeLevel);
    return () => window.removeEventListener("keydown", closeLevel);
  }, [isOpen, back]);
}
