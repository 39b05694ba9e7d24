import type { Ref } from "preact";
import type { LookupResult } from "#core/lookup/create-lookup.ts";
import type { CardHead, CardView } from "#core/pack/card-view.ts";
import type { Settings } from "#core/settings/settings.ts";
import type { CountingRule } from "#core/settings/site-rules.ts";
import { Card } from "../card/Card.tsx";
import type { CardCopy } from "../card/card-context.ts";
import { AccessNotice } from "../digest/AccessNotice.tsx";
import { MentionBar } from "../digest/MentionBar.tsx";
import { PageDigest, type Position } from "../digest/PageDigest.tsx";
import type { PageState } from "../digest/page-state.ts";
import { SiteSwitch } from "../digest/SiteSwitch.tsx";
import { OptionsIcon } from "../icons.tsx";
import { Lookup } from "../lookup/Lookup.tsx";
import { useWords } from "../words.ts";

interface Props {
  /** The page beside; undefined as long as nothing is known of it. */
  page: PageState | undefined;
  host: string | undefined;
  /** The rule that counts for the host. */
  rule: CountingRule | undefined;
  position: Position | undefined;
  /** Whether the page may be read for this once alone. */
  isForOnce: boolean;
  heads: ReadonlyMap<string, CardHead>;
  /** The card that is open, and the title of the one that it was reached from. */
  shown: CardView | undefined;
  previous: string | undefined;
  /** Whether a card that was asked for could not be had. */
  failed: boolean;
  theme: Settings["theme"];
  copy: CardCopy;
  listRef: Ref<HTMLDivElement>;
  search(query: string): readonly LookupResult[];
  onOptions(): void;
  onSwitch(host: string, on: boolean): void;
  onOpen(card: string): void;
  onOpenRelated(card: string): void;
  onBack(): void;
  onJump(card: string): void;
  onJumpBack(): void;
  onAllowSites(): void;
  onReload(): void;
}

/** What the page beside holds, and a card: beside the list where there is room for both, else in its place. */
export function Panel(props: Props) {
  const { page, host, rule, position, isForOnce, heads, shown, previous, failed, theme, copy, listRef, search } = props;
  const { onOptions, onSwitch, onOpen, onOpenRelated, onBack, onJump, onJumpBack, onAllowSites, onReload } = props;
  const words = useWords();
  const entries = page?.state === "ready" ? page.entries : [];
  return (
    <div class="panel-window">
      <div class={shown ? "side-panel with-card" : "side-panel"}>
        <div class="page-list" ref={listRef}>
          <header>
            <h1>{words.say("extensionName")}</h1>
            <button
              type="button"
              class="tool"
              aria-label={words.say("popupOptions")}
              title={words.say("popupOptions")}
              onClick={onOptions}
            >
              <OptionsIcon />
            </button>
          </header>
          <SiteSwitch host={host} rule={rule} onSwitch={onSwitch} />
          <Lookup search={search} onOpen={onOpen} />
          {failed ? (
            <p class="failed" role="alert">
              {words.say("panelCardFailed")}
            </p>
          ) : null}
          {isForOnce ? <AccessNotice onAllowSites={onAllowSites} /> : null}
          {page ? (
            <PageDigest
              page={page}
              heads={heads}
              position={position}
              onOpen={onOpen}
              onJump={onJump}
              onJumpBack={onJumpBack}
              onAllowSites={onAllowSites}
              onReload={onReload}
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
              onJump={() => onJump(shown.card.id)}
              onJumpBack={onJumpBack}
            />
            <Card
              view={shown}
              back={{ title: previous ?? words.say("popupThisPage"), onBack }}
              onOpenRelated={onOpenRelated}
              copy={copy}
              theme={theme}
            />
          </div>
        ) : null}
      </div>
    </div>
  );
}
