import { useRef, useState } from "preact/hooks";
import type { CardView } from "#core/pack/card-view.ts";
import { askBackground } from "#platform/messaging.ts";

/** The cards opened one from another; the last is the one shown. */
export interface CardTrail {
  shown: CardView | undefined;
  /** The title of the card to go back to, if any. */
  previous: string | undefined;
  failed: boolean;
  open(card: string): void;
  back(): void;
}

/** A trail of cards, asked of the background one by one. */
export function useCardTrail(): CardTrail {
  const [trail, setTrail] = useState<readonly CardView[]>([]);
  const [failed, setFailed] = useState(false);
  const latest = useRef(0);

  const open = async (card: string) => {
    latest.current += 1;
    const asked = latest.current;
    const view = await askBackground("getCard", { card }).catch(() => undefined);
    // A late answer must not replace what the reader chose since.
    if (asked !== latest.current) return;
    setFailed(!view);
    if (view) setTrail((known) => [...known, view]);
  };

  const back = () => {
    latest.current += 1;
    setTrail((known) => known.slice(0, -1));
  };

  return { shown: trail.at(-1), previous: trail.at(-2)?.card.title, failed, open, back };
}
