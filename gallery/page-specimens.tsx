import type { VNode } from "preact";
import { Changes } from "#components/changes/Changes.tsx";
import { NewsLine } from "#components/changes/NewsLine.tsx";
import { AccessNotice } from "#components/digest/AccessNotice.tsx";
import { PageDigest } from "#components/digest/PageDigest.tsx";
import type { PageState } from "#components/digest/page-state.ts";
import { SiteSwitch } from "#components/digest/SiteSwitch.tsx";
import { Lookup } from "#components/lookup/Lookup.tsx";
import { RecentCards } from "#components/lookup/RecentCards.tsx";
import { Panel } from "#components/panel/Panel.tsx";
import { PauseMenu } from "#components/settings/PauseMenu.tsx";
import { PermissionList, type SiteAccess } from "#components/welcome/PermissionList.tsx";
import { Welcome } from "#components/welcome/Welcome.tsx";
import type { Absence } from "#core/digest/absence.ts";
import type { JoinedEntry } from "#core/digest/join-digests.ts";
import type { LookupReason, LookupResult } from "#core/lookup/create-lookup.ts";
import { viewCard } from "#core/pack/card-view.ts";
import type { CountingRule } from "#core/settings/site-rules.ts";
import { cards } from "#packs/cards.js";
import { ask, heads, nothing, press, type Specimen } from "./specimen.ts";

function entry(card: string, count: number, before: string, words: string, after: string): JoinedEntry {
  return { card, count, places: [{ frame: 0, count }], first: { before, words, after } };
}

const ready: PageState = {
  state: "ready",
  entries: [
    entry("volodymyr-zelensky", 14, "Ukrainian President ", "Volodymyr Zelensky", " has made a significant shift"),
    entry("nato-umbrella", 3, "we should take under the ", "NATO umbrella", " the territory of Ukraine"),
    entry("ukraine", 11, "in exchange for NATO’s protection of ", "Ukraine", "’s remaining territory"),
    entry("donald-trump", 1, "the looming inauguration of ", "Donald Trump", ", who has promised"),
  ],
};
const why = "Its full name stands in the page’s first paragraph.";
const position = { card: "ukraine", index: 2, count: 11, why };

function digest(page: PageState, jumped = false): VNode {
  return (
    <PageDigest
      page={page}
      heads={heads}
      position={jumped ? position : undefined}
      onOpen={nothing}
      onJump={nothing}
      onJumpBack={nothing}
      onAllowSites={nothing}
      onReload={nothing}
    />
  );
}

const absences: Readonly<Record<Absence, string>> = {
  browserPage: "one of the browser’s own",
  fileOrBrowserPage: "perhaps a file",
  store: "an extension store",
  pdf: "a PDF",
  readerView: "the reader view",
  loading: "still loading",
  withheld: "site access withheld",
  silent: "no answer",
};

function siteSwitch(rule?: CountingRule): VNode {
  return <SiteSwitch host="www.example.org" rule={rule} onSwitch={nothing} />;
}

const reasons: readonly LookupReason[] = [
  { kind: "title", text: "", langs: [] },
  { kind: "name", text: "Борис Джонсон", langs: ["ru", "bg", "uk", "mk"] },
  { kind: "gloss", text: "What Boris Johnson wrote of", langs: [] },
  {
    kind: "statement",
    text: "The article reports that the former prime minister Boris Johnson went there.",
    langs: [],
  },
];
const found: LookupResult[] = [...heads.values()]
  .slice(0, 4)
  .map((head, index) => ({ ...head, reason: reasons[index] ?? { kind: "title", text: head.title, langs: [] } }));

interface PanelState {
  page: PageState;
  shown?: string;
  jumped?: boolean;
  failed?: boolean;
}

function panel({ page, shown, jumped = false, failed = false }: PanelState): VNode {
  return (
    <Panel
      page={page}
      host="www.example.org"
      rule={undefined}
      position={jumped ? position : undefined}
      isForOnce={false}
      heads={heads}
      shown={shown ? viewCard(cards, shown) : undefined}
      previous={undefined}
      failed={failed}
      theme="system"
      copy={{ card: async () => {}, text: async () => {} }}
      listRef={nothing}
      search={() => found}
      onOptions={nothing}
      onSwitch={nothing}
      onOpen={nothing}
      onOpenRelated={nothing}
      onBack={nothing}
      onJump={nothing}
      onJumpBack={nothing}
      onAllowSites={nothing}
      onReload={nothing}
    />
  );
}

const article = viewCard(cards, "sky-news")?.article ?? { publisher: "", title: "", url: "" };
const sentences = [
  "In an interview with Sky News on Friday, November 29, Zelensky explained it.",
  "Boris Johnson, former British Prime Minister, has suggested that European troops could help.",
];
const permissions = ["storage", "scripting", "contextMenus", "sidePanel", "activeTab"];

function access(granted: boolean | undefined): SiteAccess {
  return { granted, onAsk: nothing };
}

function welcome(hasPassage: boolean): VNode {
  return (
    <Welcome
      passage={hasPassage ? { sentences, article } : undefined}
      opensBy={hasPassage ? "hover" : "click"}
      permissions={permissions}
      access={{ granted: undefined }}
      onOptions={nothing}
    />
  );
}

/** What stands in the popup, the side panel, the welcome page and that of what is new. */
export const pageSpecimens: readonly Specimen[] = [
  { name: "digest: ready", view: digest(ready) },
  { name: "digest: after a jump", view: digest(ready, true) },
  { name: "digest: why it is marked", view: digest(ready, true), act: press(".why summary") },
  { name: "digest: nothing found", view: digest({ state: "ready", entries: [] }) },
  { name: "digest: reading", view: digest({ state: "reading" }) },
  { name: "digest: off by the reader", view: digest({ state: "offBySite" }) },
  { name: "digest: off by the page", view: digest({ state: "offByPage" }) },
  { name: "digest: paused", view: digest({ state: "paused" }) },
  ...(Object.keys(absences) as Absence[]).map((absence) => ({
    name: `digest: ${absences[absence]}`,
    view: digest({ state: "absent", absence }),
  })),
  {
    name: "digest: read for this once",
    view: (
      <>
        <AccessNotice onAllowSites={nothing} />
        {digest(ready)}
      </>
    ),
  },
  { name: "popup: site on", view: siteSwitch() },
  { name: "popup: site off", view: siteSwitch({ pattern: "www.example.org", on: false, by: "reader" }) },
  { name: "popup: off by a wider rule", view: siteSwitch({ pattern: "*.example.org", on: false, by: "reader" }) },
  {
    name: "popup: off by the organisation",
    view: siteSwitch({ pattern: "example.org", on: false, by: "organisation" }),
  },
  { name: "popup: not paused", view: <PauseMenu pause="no" onPause={nothing} /> },
  {
    name: "popup: paused, unfolded",
    view: <PauseMenu pause="restart" onPause={nothing} />,
    act: press("summary"),
  },
  { name: "popup: updated", view: <NewsLine version="0.2.0" changesUrl="#" onClose={nothing} /> },
  {
    name: "popup: opened recently",
    view: <RecentCards cards={[...heads.values()].slice(0, 3)} onOpen={nothing} onForget={nothing} />,
  },
  { name: "look-up: empty", view: <Lookup search={() => found} onOpen={nothing} /> },
  { name: "look-up: found", view: <Lookup search={() => found} onOpen={nothing} />, act: ask("Johnson") },
  { name: "look-up: nothing found", view: <Lookup search={() => []} onOpen={nothing} />, act: ask("xyzzy") },
  { name: "side panel: the list", view: panel({ page: ready, jumped: true }) },
  { name: "side panel: a card in its place", view: panel({ page: ready, shown: "ukraine", jumped: true }) },
  { name: "side panel: not on the page", view: panel({ page: ready, shown: "crimea" }) },
  { name: "side panel: no card came", view: panel({ page: { state: "reading" }, failed: true }) },
  { name: "side panel: a card beside the list", view: panel({ page: ready, shown: "nato-umbrella" }), isWide: true },
  { name: "welcome: as it comes", view: welcome(true) },
  { name: "welcome: without a passage", view: welcome(false) },
  { name: "welcome: access not known", view: <PermissionList permissions={[]} access={access(undefined)} /> },
  { name: "welcome: access held back", view: <PermissionList permissions={[]} access={access(false)} /> },
  { name: "welcome: access granted", view: <PermissionList permissions={[]} access={access(true)} /> },
  {
    name: "welcome: what is new",
    view: (
      <Changes
        versions={[
          { title: "0.2.0 (2027-01-15)", changes: ["A second pack.", "Cards open beside a name in a table."] },
          { title: "0.1.0 (2026-11-23)", changes: ["The first."] },
        ]}
      />
    ),
  },
];
