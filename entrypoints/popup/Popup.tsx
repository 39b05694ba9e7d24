import { useMemo, useRef } from "preact/hooks";
import { Card } from "#components/card/Card.tsx";
import { NewsLine } from "#components/changes/NewsLine.tsx";
import { AccessNotice } from "#components/digest/AccessNotice.tsx";
import { PageDigest } from "#components/digest/PageDigest.tsx";
import { SiteSwitch } from "#components/digest/SiteSwitch.tsx";
import { OptionsIcon, SidePanelIcon } from "#components/icons.tsx";
import { Lookup } from "#components/lookup/Lookup.tsx";
import { RecentCards } from "#components/lookup/RecentCards.tsx";
import { PauseMenu } from "#components/settings/PauseMenu.tsx";
import { useWords } from "#components/words.ts";
import type { Settings } from "#core/settings/settings.ts";
import { openSidePanel } from "#platform/side-panel.ts";
import { openOptions } from "#platform/tabs.ts";
import { heads, lookUp } from "../own-pages/card-lookup.ts";
import { useCardTrail } from "../own-pages/use-card-trail.ts";
import { useEscape } from "../own-pages/use-escape.ts";
import { useNews } from "../own-pages/use-news.ts";
import { usePage } from "../own-pages/use-page.ts";
import { useRecentCards } from "../own-pages/use-recent-cards.ts";
import { useSettings } from "../own-pages/use-settings.ts";
import { useWayBack } from "../own-pages/use-way-back.ts";
import { cardCopy } from "../reader/card-copy.ts";

interface Props {
  tabId: number | undefined;
  windowId: number | undefined;
  stored: Settings;
  /** The cards opened lately. */
  known: readonly string[];
  isPrivate: boolean;
}

/** The popup: this site's switch, look-up, and what the page holds; an opened card takes its place until the way back. */
export function Popup({ tabId, windowId, stored, known, isPrivate }: Props) {
  const words = useWords();
  const { settings, ruleOf, onSwitch, onPause } = useSettings(stored);
  const news = useNews();
  const { page, host, position, isForOnce, jump, jumpBack, allowSites, reload } = usePage(tabId);
  const { shown, previous, failed, open, back } = useCardTrail();
  const recent = useRecentCards(isPrivate, known);
  const headsById = useMemo(() => new Map(heads.map((head) => [head.id, head])), []);
  const list = useRef<HTMLDivElement>(null);

  const leave = useWayBack(list, shown !== undefined);
  useEscape(shown !== undefined, back);

  const onSidePanel = () => {
    // The popup would hide what it has opened; in Firefox it has to be told to go.
    void openSidePanel(windowId).then(() => window.close());
  };
  const onOpen = (card: string) => {
    leave();
    recent.remember(card);
    open(card);
  };

  return (
    <>
      <div class="page-list" ref={list} hidden={shown !== undefined}>
        <header>
          <h1>{words.say("extensionName")}</h1>
          <button
            type="button"
            class="tool"
            aria-label={words.say("popupSidePanel")}
            title={words.say("popupSidePanel")}
            onClick={onSidePanel}
          >
            <SidePanelIcon />
          </button>
          <button
            type="button"
            class="tool"
            aria-label={words.say("popupOptions")}
            title={words.say("popupOptions")}
            onClick={() => openOptions()}
          >
            <OptionsIcon />
          </button>
        </header>
        {news.version === undefined ? null : (
          <NewsLine version={news.version} changesUrl="/changes.html" onClose={news.forget} />
        )}
        <SiteSwitch host={host} rule={ruleOf(host)} onSwitch={onSwitch} />
        <PauseMenu pause={settings.paused} onPause={onPause} />
        <Lookup search={lookUp} onOpen={onOpen} isFirst>
          {failed ? (
            <p class="failed" role="alert">
              {words.say("popupCardFailed")}
            </p>
          ) : null}
          <RecentCards cards={recent.cards} onOpen={onOpen} onForget={recent.forget} />
          {isForOnce ? <AccessNotice onAllowSites={allowSites} /> : null}
          {page ? (
            <PageDigest
              page={page}
              heads={headsById}
              position={position}
              onOpen={onOpen}
              onJump={jump}
              onJumpBack={jumpBack}
              onAllowSites={allowSites}
              onReload={reload}
            />
          ) : null}
        </Lookup>
      </div>
      {shown ? (
        <>
          <h1 class="said-only">{words.say("extensionName")}</h1>
          <Card
            view={shown}
            back={{ title: previous ?? words.say("popupThisPage"), onBack: back }}
            onOpenRelated={open}
            copy={cardCopy}
            theme={settings.theme}
          />
        </>
      ) : null}
    </>
  );
}
