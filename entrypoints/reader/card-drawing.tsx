import { render } from "preact";
import { Card } from "#components/card/Card.tsx";
import { WordsProvider } from "#components/words.ts";
import type { CardView } from "#core/pack/card-view.ts";
import type { Settings } from "#core/settings/settings.ts";
import type { Words } from "#core/words/words.ts";
import type { Hit } from "#page/hit-test.ts";
import { isOnDarkGround } from "#page/page-theme.ts";
import { askBackground } from "#platform/messaging.ts";
import { hostsAround } from "../content/hosts-around.ts";
import { cardCopy } from "./card-copy.ts";
import type { CardHost } from "./card-host.ts";

/** A card as it is drawn into its host, which may not be on the page yet. */
export interface DrawnCard {
  readonly hit: Hit;
  readonly host: CardHost;
  /** The cards from the first to the one that is shown. */
  readonly views: CardView[];
  isPinned: boolean;
  /** Whether it lies at the lower edge of a narrow window. */
  readonly isSheet: boolean;
}

export interface CardDrawingOptions {
  words: Words;
  look(): Pick<Settings, "theme" | "textSize">;
  onBack(): void;
  onTogglePin(): void;
  onClose(): void;
  onOpenRelated(id: string): void;
}

/** A function that draws a card, anew where it has changed. */
export function createCardDrawing(options: CardDrawingOptions): (card: DrawnCard) => void {
  return ({ hit, host, views, isPinned, isSheet }) => {
    const view = views.at(-1);
    const before = views.at(-2);
    if (!view) return;
    const { theme, textSize } = options.look();
    host.frame.style.fontSize = `${textSize}%`;
    render(
      <WordsProvider value={options.words}>
        <Card
          view={view}
          back={before && { title: before.card.title, onBack: options.onBack }}
          pinned={isPinned}
          onTogglePin={isSheet ? undefined : options.onTogglePin}
          sheet={isSheet}
          onClose={options.onClose}
          onOpenRelated={options.onOpenRelated}
          mute={{
            site: hostsAround().at(-1) || undefined,
            onMute: (muting, isMuted) => askBackground("setMuted", { ...muting, isMuted }),
          }}
          copy={cardCopy}
          theme={theme === "page" ? (isOnDarkGround(hit.passage.box) ? "dark" : "light") : theme}
        />
      </WordsProvider>,
      host.frame,
    );
  };
}

/** Undoes what was drawn into a host. */
export function clearCard(host: CardHost): void {
  render(null, host.frame);
}
