import { useMemo, useRef } from "preact/hooks";
import { Panel } from "#components/panel/Panel.tsx";
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

/** The side panel: a card in it stays open while the reader goes on through the page beside, or to another tab. */
export function SidePanel({ tiedTo, stored }: Props) {
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
  return (
    <Panel
      page={isAsked ? page : undefined}
      host={host}
      rule={ruleOf(host)}
      position={position}
      isForOnce={isForOnce}
      heads={headsById}
      shown={shown}
      previous={previous}
      failed={failed}
      theme={settings.theme}
      copy={cardCopy}
      listRef={list}
      search={lookUp}
      onOptions={() => openOptions()}
      onSwitch={onSwitch}
      onOpen={onOpen}
      onOpenRelated={open}
      onBack={back}
      onJump={jump}
      onJumpBack={jumpBack}
      onAllowSites={allowSites}
      onReload={reload}
    />
  );
}
