import type { Ref } from "preact";
import type { Card } from "#core/pack/schema.ts";
import { BackIcon, CloseIcon, PinIcon } from "../icons.tsx";
import { kindLabels } from "../kind-labels.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";
import { type MuteActions, MuteMenu } from "./MuteMenu.tsx";

/** A part of the card that the head leads to; `count` is how many entries it has. */
export interface CardPart {
  id: "disputes" | "background" | "since";
  label: string;
  count: number;
}

/** What a card was reached from, and the way there. */
export interface CardBack {
  title: string;
  onBack(): void;
}

interface Props {
  card: Card;
  titleId: string;
  titleRef: Ref<HTMLHeadingElement>;
  parts: readonly CardPart[];
  onPart(part: CardPart["id"]): void;
  back: CardBack | undefined;
  pinned: boolean;
  onTogglePin: (() => void) | undefined;
  onClose: (() => void) | undefined;
  mute: MuteActions | undefined;
}

/** The head that stays while the card scrolls: what it is about, its buttons, and the way to its parts. */
export function CardHeader({
  card,
  titleId,
  titleRef,
  parts,
  onPart,
  back,
  pinned,
  onTogglePin,
  onClose,
  mute,
}: Props) {
  const words = useWords();
  return (
    // No <header>: within a dialog, browsers take that for the head of the whole page.
    <div class="head">
      <div class="bar">
        {back ? (
          <button
            type="button"
            class="back"
            onClick={back.onBack}
            aria-label={words.say("cardBack", { title: back.title })}
          >
            <BackIcon />
            <span>{back.title}</span>
          </button>
        ) : (
          <p class="kind">{words.say(kindLabels[card.kind])}</p>
        )}
        {mute ? <MuteMenu key={card.id} card={card} actions={mute} /> : null}
        {onTogglePin ? (
          <button
            type="button"
            class="tool"
            aria-pressed={pinned}
            aria-label={words.say("cardPin")}
            onClick={onTogglePin}
          >
            <PinIcon filled={pinned} />
          </button>
        ) : null}
        {onClose ? (
          <button type="button" class="tool" aria-label={words.say("cardClose")} onClick={onClose}>
            <CloseIcon />
          </button>
        ) : null}
      </div>
      {back ? <p class="kind">{words.say(kindLabels[card.kind])}</p> : null}
      <h2 id={titleId} ref={titleRef} tabIndex={-1} {...packText}>
        {card.title}
      </h2>
      <p class="gloss" {...packText}>
        {card.gloss}
      </p>
      <nav aria-label={words.say("cardParts")}>
        {parts.map(({ id, label, count }) => (
          <button key={id} type="button" class={`part ${id}`} onClick={() => onPart(id)}>
            {label} <span class="count">{words.number(count)}</span>
          </button>
        ))}
      </nav>
    </div>
  );
}
