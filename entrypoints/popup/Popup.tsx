import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Card } from "#components/card/Card.tsx";
import { PageDigest } from "#components/digest/PageDigest.tsx";
import { SiteSwitch } from "#components/digest/SiteSwitch.tsx";
import { OptionsIcon } from "#components/icons.tsx";
import { Lookup } from "#components/lookup/Lookup.tsx";
import { useWords } from "#components/words.ts";
import type { Lookup as LookupIndex } from "#core/lookup/create-lookup.ts";
import type { CardHead } from "#core/pack/card-view.ts";
import type { Settings } from "#core/settings/settings.ts";
import { ruleFor, switchHost } from "#core/settings/site-rules.ts";
import { changeSettings, watchSettings } from "#platform/storage.ts";
import { openOptions } from "#platform/tabs.ts";
import { cardCopy } from "../content/card-copy.ts";
import { useCardTrail } from "../own-pages/use-card-trail.ts";
import { usePage } from "../own-pages/use-page.ts";

interface Props {
  tabId: number | undefined;
  stored: Settings;
  heads: readonly CardHead[];
  lookup(): LookupIndex;
}

const resultsShown = 8;

/** The popup: this site's switch, look-up, and what the page holds; an opened card takes its place until the way back. */
export function Popup({ tabId, stored, heads, lookup }: Props) {
  const words = useWords();
  const [settings, setSettings] = useState(stored);
  const { page, host, position, jump, jumpBack } = usePage(tabId);
  const { shown, previous, failed, open, back } = useCardTrail();
  const headsById = useMemo(() => new Map(heads.map((head) => [head.id, head])), [heads]);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const life = new AbortController();
    watchSettings(setSettings, life.signal);
    return () => life.abort();
  }, []);

  useEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset.theme = settings.theme;
    style.fontSize = `${settings.textSize}%`;
  }, [settings.theme, settings.textSize]);

  const leave = useWayBack(list, shown !== undefined);

  const rule = host === undefined ? undefined : ruleFor(settings, host);
  const onSwitch = (on: boolean) => {
    if (host === undefined) return;
    const change = (known: Settings) => ({ siteRules: switchHost(known, host, on) });
    setSettings({ ...settings, ...change(settings) });
    changeSettings(change).catch(() => setSettings(settings));
  };
  const onOpen = (card: string) => {
    leave();
    open(card);
  };

  return (
    <>
      <div class="popup" ref={list} hidden={shown !== undefined}>
        <header>
          <h1>{words.say("extensionName")}</h1>
          <button
            type="button"
            class="options"
            aria-label={words.say("popupOptions")}
            title={words.say("popupOptions")}
            onClick={() => openOptions()}
          >
            <OptionsIcon />
          </button>
        </header>
        <SiteSwitch host={host} rule={rule} onSwitch={onSwitch} />
        <Lookup search={(query) => lookup().search(query, resultsShown)} onOpen={onOpen} />
        {failed ? (
          <p class="failed" role="alert">
            {words.say("popupCardFailed")}
          </p>
        ) : null}
        {page ? (
          <PageDigest
            page={page}
            heads={headsById}
            position={position}
            onOpen={onOpen}
            onJump={jump}
            onJumpBack={jumpBack}
          />
        ) : null}
      </div>
      {shown ? (
        <Card
          view={shown}
          back={{ title: previous ?? words.say("popupThisPage"), onBack: back }}
          onOpenRelated={open}
          copy={cardCopy}
          theme={settings.theme}
        />
      ) : null}
    </>
  );
}

/** Keeps the list's scroll position and focus while a card stands in its place; call the result before leaving. */
function useWayBack(list: { readonly current: HTMLElement | null }, away: boolean): () => void {
  const left = useRef<{ focus: Element | null; top: number }>(undefined);
  useLayoutEffect(() => {
    if (away) {
      document.querySelector<HTMLElement>(".card h2")?.focus({ preventScroll: true });
      return;
    }
    if (!left.current) return;
    const { focus, top } = left.current;
    left.current = undefined;
    document.documentElement.scrollTop = top;
    if (focus instanceof HTMLElement && list.current?.contains(focus)) focus.focus({ preventScroll: true });
  }, [away, list]);
  return () => {
    left.current = { focus: document.activeElement, top: document.documentElement.scrollTop };
  };
}
