import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { sectionFacts } from "#core/pack/card-sections.ts";
import type { CardView } from "#core/pack/card-view.ts";
import { formatDate } from "#core/pack/format-date.ts";
import { numberCitations } from "#core/pack/number-citations.ts";
import type { Settings } from "#core/settings/settings.ts";
import type { Words } from "#core/words/words.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";
import { ArticleQuote } from "./ArticleQuote.tsx";
import { type CardBack, CardHeader, type CardPart } from "./CardHeader.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { type CardCopy, CardProvider } from "./card-context.ts";
import { Disputes } from "./Disputes.tsx";
import { LocatorMap } from "./LocatorMap.tsx";
import type { MuteActions } from "./MuteMenu.tsx";
import { Offices } from "./Offices.tsx";
import { SourceLine } from "./SourceLine.tsx";
import { Timeline } from "./Timeline.tsx";
import { useHeadRoom } from "./use-head-room.ts";

interface Props {
  view: CardView;
  back?: CardBack | undefined;
  pinned?: boolean;
  /** Without it there is no pin: a card in a page of our own cannot go away by itself. */
  onTogglePin?: (() => void) | undefined;
  /** Without it there is no close button, and the card is a part of its page, not a dialog. */
  onClose?: (() => void) | undefined;
  onOpenRelated(id: string): void;
  /** Without it there is no menu of what not to mark. */
  mute?: MuteActions | undefined;
  /** Without it nothing can be copied. */
  copy?: CardCopy | undefined;
  /** Whether it stands as a sheet at the window's lower edge, which a finger can push away. */
  sheet?: boolean;
  theme?: Settings["theme"];
}

/** One card. Its styles are `cardStyles`; when `view` changes to another card it scrolls up and
 * focuses the new title, or, on the way back, the button that led away. */
export function Card(props: Props) {
  const { view, back, pinned = false, onTogglePin, onClose, onOpenRelated } = props;
  const { mute, copy, sheet = false, theme = "system" } = props;
  const { card, article, related, map } = view;
  const words = useWords();
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const shared = useMemo(() => ({ view, copy, numberOf: numberCitations(view) }), [view, copy]);
  const { background, since } = useMemo(() => sectionFacts(card.facts, article.published), [card, article]);
  const parts = partsOf(words, background.length, since.length, card.disputes.length);

  useHeadRoom(root);

  const shownCard = useRef(card.id);
  const left = useRef<{ card: string; top: number }[]>([]);
  useLayoutEffect(() => {
    const before = shownCard.current;
    if (before === card.id) return;
    shownCard.current = card.id;
    const known = left.current.findIndex((one) => one.card === card.id);
    const [here] = known < 0 ? [] : left.current.splice(known);
    root.current?.scrollTo({ top: here?.top ?? 0, behavior: "instant" });
    // The button that led here is gone: without this, focus would fall back to the page.
    const led = here && root.current?.querySelector<HTMLElement>(`[data-card="${before}"]`);
    (led ?? title.current)?.focus({ preventScroll: true });
  }, [card.id]);

  const openRelated = (id: string) => {
    left.current = left.current.filter((one) => one.card !== card.id);
    left.current.push({ card: card.id, top: root.current?.scrollTop ?? 0 });
    onOpenRelated(id);
  };

  const goTo = (part: CardPart["id"]) => {
    const heading = root.current?.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (!heading || !root.current) return;
    if (onClose) {
      // Not scrollIntoView: that would scroll the page around the card as well.
      const edge =
        root.current.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(root.current).scrollPaddingTop);
      root.current.scrollBy({ top: heading.getBoundingClientRect().top - edge });
    } else heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  };

  return (
    <CardProvider value={shared}>
      <section
        ref={root}
        class={sheet ? "card sheet" : "card"}
        lang={words.language}
        dir={words.direction}
        data-theme={theme}
        aria-labelledby={titleId}
        {...(onClose ? { role: "dialog", "aria-modal": "false", tabIndex: -1 } : {})}
      >
        <CardHeader
          card={card}
          titleId={titleId}
          titleRef={title}
          parts={parts}
          onPart={goTo}
          back={back}
          pinned={pinned}
          onTogglePin={onTogglePin}
          onClose={onClose}
          mute={mute}
        />
        <div class="body" key={card.id}>
          {map ? <LocatorMap map={map} /> : null}
          {card.offices.length > 0 ? (
            <Part title={words.say("cardOffices")}>
              <Offices offices={card.offices} />
            </Part>
          ) : null}
          <Part title={words.say("cardInArticle")}>
            {card.article.map(({ statement, quote }) => (
              <div class="said" key={quote}>
                {statement ? (
                  <p class="statement" {...packText}>
                    {statement}
                  </p>
                ) : null}
                <ArticleQuote quote={quote} />
              </div>
            ))}
            <SourceLine source={article} quote={card.article[0]?.quote ?? ""} />
          </Part>
          <Timeline background={background} since={since} />
          {card.disputes.length > 0 ? (
            <Part title={words.say("cardDisputes")} id="disputes">
              <Disputes disputes={card.disputes} />
            </Part>
          ) : null}
          {related.length > 0 ? (
            <Part title={words.say("cardRelated")}>
              <ul class="related">
                {related.map((head) => (
                  <li key={head.id}>
                    <button type="button" {...packText} data-card={head.id} onClick={() => openRelated(head.id)}>
                      {head.title}
                    </button>
                  </li>
                ))}
              </ul>
            </Part>
          ) : null}
        </div>
        <div class="end" key={`${card.id} foot`}>
          <span>{words.say("cardResearchTo", { date: formatDate(view.researchEnds, words.locale) })}</span>
          {copy ? <CopyButton label={words.say("cardCopy")} onCopy={() => copy.card(card.id)} /> : null}
        </div>
      </section>
    </CardProvider>
  );
}

function Part({ title, id, children }: { title: string; id?: CardPart["id"]; children: ComponentChildren }) {
  return (
    <div class={id ? `section ${id}` : "section"}>
      <h3 data-part={id} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </div>
  );
}

/** The parts below the article's words, which a reader may not see without scrolling. */
function partsOf(words: Words, background: number, since: number, disputes: number): CardPart[] {
  const parts: CardPart[] = [
    { id: "background", label: words.say("cardBackground"), count: background },
    { id: "since", label: words.say("cardSince"), count: since },
    { id: "disputes", label: words.say("cardDisputesShort"), count: disputes },
  ];
  return parts.filter(({ count }) => count > 0);
}
