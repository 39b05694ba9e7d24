import type { VNode } from "preact";
import { Card } from "#components/card/Card.tsx";
import type { CardCopy } from "#components/card/card-context.ts";
import { AccessNotice } from "#components/digest/AccessNotice.tsx";
import { PageDigest } from "#components/digest/PageDigest.tsx";
import type { PageState } from "#components/digest/page-state.ts";
import { SiteSwitch } from "#components/digest/SiteSwitch.tsx";
import { Lookup } from "#components/lookup/Lookup.tsx";
import { SettingsForm } from "#components/settings/SettingsForm.tsx";
import type { JoinedEntry } from "#core/digest/join-digests.ts";
import type { LookupReason, LookupResult } from "#core/lookup/create-lookup.ts";
import { viewCard } from "#core/pack/card-view.ts";
import { defaultSettings } from "#core/settings/settings.ts";
import type { CountingRule } from "#core/settings/site-rules.ts";
import { cards } from "#packs/cards.js";

/** One component in one state. */
export interface Specimen {
  /** Unique; groups by what stands before the colon. */
  name: string;
  view: VNode;
  /** Brings it into its state, as a reader would; called with what it was rendered into. */
  act?: (root: HTMLElement) => void;
}

const nothing = () => {};
const copy: CardCopy = { card: async () => {}, text: async () => {} };

interface CardOptions {
  back?: boolean;
  pinned?: boolean;
  isPart?: boolean;
}

function card(id: string, { back, pinned, isPart }: CardOptions = {}): VNode {
  const view = viewCard(cards, id);
  if (!view) throw new Error(`There is no card ${id}.`);
  return (
    <Card
      view={view}
      back={back ? { title: "Volodymyr Zelensky", onBack: nothing } : undefined}
      pinned={pinned ?? false}
      onTogglePin={isPart ? undefined : nothing}
      onClose={isPart ? undefined : nothing}
      onOpenRelated={nothing}
      copy={copy}
    />
  );
}

const heads = new Map(Object.values(cards.cards).map((head) => [head.id, head]));
function entry(card: string, count: number, before: string, words: string, after: string): JoinedEntry {
  return { card, count, places: [{ frame: 0, count }], first: { before, words, after } };
}

const titles = new Map(Object.values(cards.cards).map(({ id, title }) => [id, title]));
const entries = [
  entry("volodymyr-zelensky", 14, "Ukrainian President ", "Volodymyr Zelensky", " has made a significant shift"),
  entry("nato-umbrella", 3, "we should take under the ", "NATO umbrella", " the territory of Ukraine"),
  entry("ukraine", 11, "in exchange for NATO’s protection of ", "Ukraine", "’s remaining territory"),
  entry("donald-trump", 1, "the looming inauguration of ", "Donald Trump", ", who has promised"),
];

function digest(page: PageState, jumped = false): VNode {
  const why = "Its full name stands in the page’s first paragraph.";
  return (
    <PageDigest
      page={page}
      heads={heads}
      position={jumped ? { card: "ukraine", index: 2, count: 11, why } : undefined}
      onOpen={nothing}
      onJump={nothing}
      onJumpBack={nothing}
      onAllowSites={nothing}
      onReload={nothing}
    />
  );
}

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
const found: LookupResult[] = Object.values(cards.cards)
  .slice(0, 4)
  .map((head, index) => ({ ...head, reason: reasons[index] ?? { kind: "title", text: head.title, langs: [] } }));

function press(selector: string): (root: HTMLElement) => void {
  return (root) => root.querySelector<HTMLElement>(selector)?.click();
}

function ask(query: string): (root: HTMLElement) => void {
  return (root) => {
    const input = root.querySelector("input");
    if (!input) return;
    input.value = query;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
}

/** Scrolls the card so that its end shows. */
function toEnd(root: HTMLElement): void {
  root.querySelector(".card")?.scrollTo({ top: 1e6, behavior: "instant" });
}

/** Scrolls the card so that the article's day stands in its middle. */
function toDivision(root: HTMLElement): void {
  const day = root.querySelector<HTMLElement>(".here");
  const timeline = day?.parentElement;
  if (!day || !timeline) return;
  root.querySelector(".card")?.scrollTo({ top: timeline.offsetTop + day.offsetTop - 380, behavior: "instant" });
}

function toDisputes(root: HTMLElement): void {
  root.querySelector<HTMLElement>(".part.disputes")?.click();
}

/** Every component in every state that a reader can meet. */
export const specimens: readonly Specimen[] = [
  { name: "card: person", view: card("boris-johnson") },
  { name: "card: place", view: card("crimea") },
  { name: "card: country", view: card("united-kingdom") },
  { name: "card: organisation", view: card("nato") },
  { name: "card: topic with disputes", view: card("nato-umbrella") },
  { name: "card: where accounts differ", view: card("nato-umbrella"), act: toDisputes },
  { name: "card: timeline", view: card("nato-umbrella"), act: toDivision },
  { name: "card: its end", view: card("crimea"), act: toEnd },
  {
    name: "card: copied",
    view: card("sky-news"),
    act(root) {
      toEnd(root);
      press("footer button")(root);
    },
  },
  { name: "card: reached from another, pinned", view: card("volodymyr-zelensky", { back: true, pinned: true }) },
  { name: "card: in a page of our own", view: card("vladimir-putin", { back: true, isPart: true }) },
  { name: "card: a citation", view: card("donald-trump"), act: press(".number") },
  { name: "digest: ready", view: digest({ state: "ready", entries }) },
  { name: "digest: after a jump", view: digest({ state: "ready", entries }, true) },
  { name: "digest: nothing found", view: digest({ state: "ready", entries: [] }) },
  { name: "digest: reading", view: digest({ state: "reading" }) },
  { name: "digest: off by the reader", view: digest({ state: "offBySite" }) },
  { name: "digest: off by the page", view: digest({ state: "offByPage" }) },
  { name: "digest: out of reach", view: digest({ state: "absent", absence: "browserPage" }) },
  { name: "digest: site access withheld", view: digest({ state: "absent", absence: "withheld" }) },
  { name: "digest: no answer", view: digest({ state: "absent", absence: "silent" }) },
  {
    name: "access: for this once",
    view: (
      <>
        <AccessNotice onAllowSites={nothing} />
        {digest({ state: "ready", entries })}
      </>
    ),
  },
  { name: "site switch: on", view: siteSwitch() },
  { name: "site switch: off", view: siteSwitch({ pattern: "www.example.org", on: false, by: "reader" }) },
  {
    name: "site switch: off by the organisation",
    view: siteSwitch({ pattern: "example.org", on: false, by: "organisation" }),
  },
  { name: "look-up: empty", view: <Lookup search={() => found} onOpen={nothing} /> },
  { name: "look-up: found", view: <Lookup search={() => found} onOpen={nothing} />, act: ask("Johnson") },
  { name: "look-up: nothing found", view: <Lookup search={() => []} onOpen={nothing} />, act: ask("xyzzy") },
  {
    name: "options: as they come",
    view: <SettingsForm settings={defaultSettings} locked={[]} titles={titles} onChange={nothing} />,
  },
];
