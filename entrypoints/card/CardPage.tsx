import { useEffect } from "preact/hooks";
import { Card } from "#components/card/Card.tsx";
import { Lookup } from "#components/lookup/Lookup.tsx";
import { RecentCards } from "#components/lookup/RecentCards.tsx";
import { useWords } from "#components/words.ts";
import type { Settings } from "#core/settings/settings.ts";
import { lookUp } from "../own-pages/card-lookup.ts";
import { setLook } from "../own-pages/set-look.ts";
import { useRecentCards } from "../own-pages/use-recent-cards.ts";
import { cardCopy } from "../reader/card-copy.ts";
import { useCardInAddress } from "./use-card-in-address.ts";

interface Props {
  stored: Settings;
  isPrivate: boolean;
}

/** One card in a tab of its own, where the address bar and the menu of selected text lead, with look-up above it. */
export function CardPage({ stored, isPrivate }: Props) {
  const words = useWords();
  const { asked, shown, failed, open } = useCardInAddress();
  const { cards, remember, forget } = useRecentCards(isPrivate);
  const shownId = shown?.card.id;
  const title = shown?.card.title ?? words.say("cardPageTitle");

  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    if (shownId !== undefined) remember(shownId);
  }, [shownId, remember]);

  useEffect(() => setLook(stored), [stored]);

  return (
    <div class="card-page">
      <h1>{words.say("extensionName")}</h1>
      <Lookup key={asked.card ?? asked.find} search={lookUp} onOpen={open} initial={asked.find} isFirst={!asked.card}>
        {failed ? (
          <p class="failed" role="alert">
            {words.say("cardPageFailed")}
          </p>
        ) : null}
        {shown && !failed ? <Card view={shown} onOpenRelated={open} copy={cardCopy} theme={stored.theme} /> : null}
        {asked.card ? null : (
          <>
            <p class="waiting">{words.say("cardPageWaiting")}</p>
            <RecentCards cards={cards} onOpen={open} onForget={forget} />
          </>
        )}
      </Lookup>
    </div>
  );
}
