import type { VNode } from "preact";
import { Card } from "#components/card/Card.tsx";
import type { CardCopy } from "#components/card/card-context.ts";
import { viewCard } from "#core/pack/card-view.ts";
import { cards } from "#packs/cards.js";
import { nothing, press, type Specimen, until } from "./specimen.ts";

const copy: CardCopy = { card: async () => {}, text: async () => {} };

interface CardOptions {
  back?: boolean;
  pinned?: boolean;
  isPart?: boolean;
  sheet?: boolean;
  /** Whether what is muted is stored: a policy may forbid it. */
  mutes?: boolean;
}

function card(id: string, { back, pinned, isPart, sheet, mutes = true }: CardOptions = {}): VNode {
  const view = viewCard(cards, id);
  if (!view) throw new Error(`There is no card ${id}.`);
  return (
    <Card
      view={view}
      back={back ? { title: "Volodymyr Zelensky", onBack: nothing } : undefined}
      pinned={pinned ?? false}
      onTogglePin={isPart || sheet ? undefined : nothing}
      onClose={isPart ? undefined : nothing}
      onOpenRelated={nothing}
      mute={isPart ? undefined : { site: "www.example.org", onMute: async () => mutes }}
      sheet={sheet ?? false}
      copy={copy}
    />
  );
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

const openMenu = press(".tool[aria-expanded]");

async function mute(root: HTMLElement): Promise<void> {
  openMenu(root);
  await until(root, ".mute");
  press(".mute li button")(root);
  await until(root, ".mute p:not(:empty)");
}

/** The card in every state, and its menu. */
export const cardSpecimens: readonly Specimen[] = [
  { name: "card: person", view: card("boris-johnson") },
  { name: "card: place", view: card("crimea") },
  { name: "card: country", view: card("united-kingdom") },
  { name: "card: organisation", view: card("nato") },
  { name: "card: topic with disputes", view: card("nato-umbrella") },
  { name: "card: where accounts differ", view: card("nato-umbrella"), act: press(".part.disputes") },
  { name: "card: timeline", view: card("nato-umbrella"), act: toDivision },
  { name: "card: its end", view: card("crimea"), act: toEnd },
  {
    name: "card: copied",
    view: card("sky-news"),
    act(root) {
      toEnd(root);
      press(".end button")(root);
    },
  },
  { name: "card: reached from another, pinned", view: card("volodymyr-zelensky", { back: true, pinned: true }) },
  { name: "card: in a page of our own", view: card("vladimir-putin", { back: true, isPart: true }) },
  { name: "card: a citation", view: card("donald-trump"), act: press(".number") },
  { name: "card: a sheet", view: card("france", { sheet: true }) },
  { name: "mute menu: open", view: card("sky-news"), act: openMenu },
  { name: "mute menu: muted", view: card("sky-news"), act: mute },
  { name: "mute menu: refused", view: card("sky-news", { mutes: false }), act: mute },
];
