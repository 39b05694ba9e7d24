import type { Ref } from "preact";
import type { Card } from "#core/pack/schema.ts";
import { BackIcon, CloseIcon, PinIcon } from "../icons.tsx";
import { kindLabels } from "../kind-labels.ts";

/** A part of the card that the head leads to; `count` is how many entries it has. */
export interface CardPart {
  id: "disputes" | "background" | "since";
  label: string;
  count: number;
}

interface Props {
  card: Card;
  titleId: string;
  titleRef: Ref<HTMLHeadingElement>;
  parts: readonly CardPart[];
  onPart(part: CardPart["id"]): void;
  back: { title: string; onBack(): void } | undefined;
  pinned: boolean;
  onTogglePin: (() => void) | undefined;
  onClose: (() => void) | undefined;
}

/** The head that stays while the card scrolls: what it is about, its buttons, and the way to its parts. */
export function CardHeader({ card, titleId, titleRef, parts, onPart, back, pinned, onTogglePin, onClose }: Props) {
  return (
    <header>
      <div class="bar">
        {back ? (
          <button type="button" class="back" onClick={back.onBack} aria-label={`Back to ${back.title}`}>
            <BackIcon />
            <span>{back.title}</span>
          </button>
        ) : (
          <p class="kind">{kindLabels[card.kind]}</p>
        )}
        {onTogglePin ? (
          <button
            type="button"
            class="tool"
            aria-pressed={pinned}
            aria-label="Keep this card open"
            onClick={onTogglePin}
          >
            <PinIcon filled={pinned} />
          </button>
        ) : null}
        {onClose ? (
          <button type="button" class="tool" aria-label="Close this card" onClick={onClose}>
            <CloseIcon />
          </button>
        ) : null}
      </div>
      {back ? <p class="kind">{kindLabels[card.kind]}</p> : null}
      <h2 id={titleId} ref={titleRef} tabIndex={-1}>
        {card.title}
      </h2>
      <p class="gloss">{card.gloss}</p>
      <nav aria-label="Parts of this card">
        {parts.map(({ id, label, count }) => (
          <button key={id} type="button" class={`part ${id}`} onClick={() => onPart(id)}>
            {label} <span class="count">{count}</span>
          </button>
        ))}
      </nav>
    </header>
  );
}
