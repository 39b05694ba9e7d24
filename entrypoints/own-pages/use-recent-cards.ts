import { useCallback, useEffect, useState } from "preact/hooks";
import type { CardHead } from "#core/pack/card-view.ts";
import { forgetRecentCards, recentCards, rememberCard } from "#platform/recent-cards.ts";
import { heads } from "./card-lookup.ts";

/** The cards opened lately, as our own pages show them. */
export interface FollowedRecentCards {
  readonly cards: readonly CardHead[];
  remember(card: string): void;
  forget(): void;
}

/** Follows them from `known` on, or from what is stored; from a private window none is remembered, and none shown. */
export function useRecentCards(isPrivate: boolean, known?: readonly string[]): FollowedRecentCards {
  const [ids, setIds] = useState<readonly string[]>(known ?? []);

  useEffect(() => {
    if (known === undefined && !isPrivate) void recentCards().then(setIds);
  }, [known, isPrivate]);

  const remember = useCallback(
    (card: string) => {
      if (!isPrivate) void rememberCard(card);
    },
    [isPrivate],
  );

  return {
    cards: isPrivate ? [] : ids.flatMap((id) => heads.find((head) => head.id === id) ?? []),
    remember,
    forget() {
      setIds([]);
      void forgetRecentCards();
    },
  };
}
