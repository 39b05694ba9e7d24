import { useMemo, useRef } from "preact/hooks";
import { Card } from "#components/card/Card.tsx";
import { AccessNotice } from "#components/digest/AccessNotice.tsx";
import { MentionBar } from "#components/digest/MentionBar.tsx";
import { PageDigest } from "#components/digest/PageDigest.tsx";
import { SiteSwitch } from "#components/digest/SiteSwitch.tsx";
import { OptionsIcon } from "#components/icons.tsx";
import { Lookup } from "#components/lookup/Lookup.tsx";
import { useWords } from "#components/words.ts";
import type { Settings } from "#core/settings/settings.ts";
import { openOptions } from "#platform/tabs.ts";
import { heads, lookUp } from "../own-pages/card-lookup.ts";
import { useCardTrail } from "../own-pages/use-card-trail.ts";
import { useEscape } from "../own-pages/use-escape.ts";
import { usePage } from "../own-pages/use-page.ts";
import { useSettings } from "../own-pages/use-settings.ts";
import { useWayBack } from "../own-pages/use-way-back.ts";
import { cardCopy } from "../reader/card-copy.ts";
import { useActiveTab } from "./use-active-tab.ts";

interface Props {
  /** The one tab to follow; without it, the one that the reader looks at. */
  tiedTo: number | undefined;
  stored: Settings;
}

/**
 * The side panel: what the page beside it holds, and the cards, which stay open while the reader goes on through the page
 * or to another tab. A card stands beside the list where there is room, else in its place.
 */
export function SidePanel({ tiedTo, stored }: Props) {
  const words = useWords();
  const { settings, ruleOf, onSwitch } = useSettings(stored);
  const active = useActiveTab();
  const tabId = tiedTo ?? (active === "unknown" ? undefined : active?.id);
  const { page, host, position, isForOnce, jump, jumpBack, allowSites, reload } = usePage(tabId);
  const { shown, previous, failed, open, back } = useCardTrail();
  const headsById = useMemo(() => new Map(heads.map((head) => [head.id, head])), []);
  const list = useRef<HTMLDivElement>(null);
  const leave = useWayBack(list, shown !== undefined);
  useEscape(shown !== undefined, back);

  const onOpen = (card: string) => {
    leave();
    open(card);
  };
  const isAsked = tiedTo !== undefined || active !== "unknown";
  const entries = page?.state === "ready" ? page.entries : [];

  return (
    <div class={shown ? "side-panel with-card" : "side-panel"}>
      <div class="page-list" ref={list}>
        <header>
          <h1>{words.say("extensionName")}</h1>
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
        <SiteSwitch host={host} rule={ruleOf(host)} onSwitch={onSwitch} />
        <Lookup search={lookUp} onOpen={onOpen} />
        {failed ? (
          <p class="failed" role="alert">
            {words.say("panelCardFailed")}
          </p>
        ) : null}
        {isForOnce ? <AccessNotice onAllowSites={allowSites} /> : null}
        {page && isAsked ? (
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
      </div>
      {shown ? (
        <div class="beside">
          <h1 class="said-only instead">{words.say("extensionName")}</h1>
          <MentionBar
            title={shown.card.title}
            count={entries.find(({ card }) => card === shown.card.id)?.count ?? 0}
            position={position}
            isHere={position?.card === shown.card.id}
            onJump={() => jump(shown.card.id)}
            onJumpBack={jumpBack}
          />
          <Card
            view={shown}
            back={{ title: previous ?? words.say("popupThisPage"), onBack: back }}
            onOpenRelated={open}
            copy={cardCopy}
            theme={settings.theme}
          />
        </div>
      ) : null}
    </div>
  );
}
