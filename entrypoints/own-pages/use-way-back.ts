import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps a list's scroll position and focus while a card stands in its place (`isAway`), and gives the card's title the
 * focus. Call the result before leaving.
 */
export function useWayBack(list: { readonly current: HTMLElement | null }, isAway: boolean): () => void {
  const left = useRef<{ focus: Element | null; top: number }>(undefined);
  useLayoutEffect(() => {
    if (isAway) {
      document.querySelector<HTMLElement>(".card h2")?.focus({ preventScroll: true });
      return;
    }
    if (!left.current) return;
    const { focus, top } = left.current;
    left.current = undefined;
    document.documentElement.scrollTop = top;
    if (focus instanceof HTMLElement && list.current?.contains(focus)) focus.focus({ preventScroll: true });
  }, [isAway, list]);
  return () => {
    left.current = { focus: document.activeElement, top: document.documentElement.scrollTop };
  };
}
