import { useCallback, useEffect, useState } from "preact/hooks";
import type { Position } from "#components/digest/PageDigest.tsx";
import { type PageState, pageStateOf } from "#components/digest/page-state.ts";
import { askTab } from "#platform/messaging.ts";

/** Pages change while the popup is open, and say nothing of it. */
const askAgainMs = 700;

/** The page in a tab, as the popup follows and steers it. */
export interface Page {
  /** Undefined until the tab has answered for the first time. */
  page: PageState | undefined;
  /** Undefined where the page has none, as a file, or cannot be asked. */
  host: string | undefined;
  position: Position | undefined;
  jump(card: string): void;
  jumpBack(): void;
}

/** Follows the page in `tabId`; without a tab it is unreachable. */
export function usePage(tabId: number | undefined): Page {
  const [page, setPage] = useState<PageState>();
  const [host, setHost] = useState<string>();
  const [position, setPosition] = useState<Position>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = async () => {
      const digest = tabId === undefined ? undefined : await askTab(tabId, "getDigest").catch(() => undefined);
      if (left) return;
      setHost(digest?.host || undefined);
      const state = pageStateOf(digest);
      setPage((known) => (JSON.stringify(known) === JSON.stringify(state) ? known : state));
      timer = setTimeout(ask, askAgainMs);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [tabId]);

  const jump = useCallback(
    async (card: string) => {
      if (tabId === undefined) return;
      const next = position?.card === card ? position.index + 1 : 0;
      const answer = await askTab(tabId, "jumpTo", { card, index: next }).catch(() => undefined);
      // The page may have lost or gained mentions since it was asked: its own count is the one that wraps.
      if (answer && answer.count > 0) {
        setPosition({ card, index: next % answer.count, count: answer.count, why: answer.why });
      } else setPosition(undefined);
    },
    [tabId, position],
  );

  const jumpBack = useCallback(async () => {
    if (tabId !== undefined) await askTab(tabId, "jumpBack").catch(() => undefined);
    setPosition(undefined);
  }, [tabId]);

  return { page, host, position, jump, jumpBack };
}
