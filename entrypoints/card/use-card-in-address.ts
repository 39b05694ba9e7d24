import { useEffect, useState } from "preact/hooks";
import type { CardView } from "#core/pack/card-view.ts";
import { askBackground } from "#platform/messaging.ts";

/** What the page's address asks for: a card by its id, or words to look one up by. */
export interface AskedFor {
  readonly card: string | undefined;
  readonly find: string;
}

/** The card that the address names. `shown` is undefined until it has come; going back and forth is the browser's. */
export interface CardInAddress {
  readonly asked: AskedFor;
  readonly shown: CardView | undefined;
  readonly failed: boolean;
  open(card: string): void;
}

/** Follows the page's address (`?card=crimea`, `?find=Krim`). */
export function useCardInAddress(): CardInAddress {
  const [asked, setAsked] = useState(readAddress);
  const [answer, setAnswer] = useState<{ to: string; view: CardView | undefined }>();

  useEffect(() => {
    const life = new AbortController();
    window.addEventListener("popstate", () => setAsked(readAddress()), { signal: life.signal });
    return () => life.abort();
  }, []);

  useEffect(() => {
    const { card } = asked;
    if (card === undefined) return;
    let isLate = false;
    const answered = (view: CardView | undefined) => !isLate && setAnswer({ to: card, view });
    askBackground("getCard", { card }).then(answered, () => answered(undefined));
    return () => {
      isLate = true;
    };
  }, [asked]);

  const isAnswered = asked.card !== undefined && answer?.to === asked.card;
  return {
    asked,
    // The card before stays until the next has come: nothing flickers.
    shown: asked.card === undefined ? undefined : answer?.view,
    failed: isAnswered && !answer.view,
    open(card) {
      history.pushState(null, "", `?${new URLSearchParams({ card })}`);
      setAsked(readAddress());
    },
  };
}

function readAddress(): AskedFor {
  const parameters = new URLSearchParams(location.search);
  return { card: parameters.get("card") ?? undefined, find: parameters.get("find") ?? "" };
}
