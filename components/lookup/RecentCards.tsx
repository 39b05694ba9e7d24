import type { CardHead } from "#core/pack/card-view.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";

interface Props {
  cards: readonly CardHead[];
  onOpen(card: string): void;
  onForget(): void;
}

/** The cards that were opened lately, a press away, and the way to forget them. */
export function RecentCards({ cards, onOpen, onForget }: Props) {
  const words = useWords();
  if (cards.length === 0) return null;
  return (
    <nav class="recent" aria-label={words.say("lookupRecent")}>
      <span class="label">{words.say("lookupRecent")}</span>
      <ul>
        {cards.map(({ id, title }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)} {...packText}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="forget" onClick={onForget}>
        {words.say("lookupForget")}
      </button>
    </nav>
  );
}
