import type { CardHead } from "#core/pack/card-view.ts";
import type { MessageKey } from "#core/words/message-keys.ts";
import type { Words } from "#core/words/words.ts";
import { NextIcon } from "../icons.tsx";
import { kindLabels } from "../kind-labels.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";
import { FirstPlace } from "./FirstPlace.tsx";
import { PageAbsence } from "./PageAbsence.tsx";
import type { PageState } from "./page-state.ts";
import "./page-digest.css";

/** Where the reader has jumped to: the `index`th (0-based) of a card's `count` mentions. */
export interface Position {
  card: string;
  index: number;
  count: number;
  /** Why the mention is marked. */
  why?: string | undefined;
}

interface Props {
  page: PageState;
  heads: ReadonlyMap<string, CardHead>;
  position: Position | undefined;
  onOpen(card: string): void;
  onJump(card: string): void;
  onJumpBack(): void;
  /** Asks the reader for access to all sites, where that is held back. */
  onAllowSites(): void;
  /** Loads the page again, where nothing answers from it. */
  onReload(): void;
}

const sentences = {
  reading: "digestReading",
  offBySite: "digestOffBySite",
  offByPage: "digestOffByPage",
  paused: "digestPaused",
} as const satisfies Record<Exclude<PageState["state"], "ready" | "absent">, MessageKey>;

/** What the page holds: each card with its mentions, a way to the next one, and the way back. */
export function PageDigest(props: Props) {
  const { page, heads, position, onOpen, onJump, onJumpBack, onAllowSites, onReload } = props;
  const words = useWords();
  if (page.state === "absent") {
    return <PageAbsence absence={page.absence} onAllowSites={onAllowSites} onReload={onReload} />;
  }
  if (page.state !== "ready") return <Message text={words.say(sentences[page.state])} />;
  const entries = page.entries.flatMap(({ card, count, first }) => {
    const head = heads.get(card);
    return head ? [{ head, count, first }] : [];
  });
  if (entries.length === 0) return <Message text={words.say("digestEmpty")} />;
  return (
    <section class="digest" aria-labelledby="digest-title">
      <div class="bar">
        <h2 id="digest-title">
          {words.around("digestTitle", { count: <span class="count">{words.number(entries.length)}</span> })}
        </h2>
        {position ? (
          <button type="button" class="back" onClick={onJumpBack}>
            {words.say("digestBackToPlace")}
          </button>
        ) : null}
      </div>
      <ul>
        {entries.map(({ head, count, first }) => {
          const here = position?.card === head.id ? position : undefined;
          const where = here ? words.say("digestPosition", numbersOf(here, words)) : words.number(count);
          const label = here
            ? words.say("digestJumpFrom", { title: head.title, position: where })
            : words.say("digestJump", { title: head.title, mentions: words.count("digestMentions", count) });
          return (
            <li key={head.id}>
              <button type="button" class="open" onClick={() => onOpen(head.id)} data-card={head.id}>
                <span class="title" {...packText}>
                  {head.title}
                </span>{" "}
                <span class="kind">{words.say(kindLabels[head.kind])}</span> <FirstPlace first={first} />
              </button>
              <button
                type="button"
                class={here ? "jump here" : "jump"}
                aria-label={label}
                onClick={() => onJump(head.id)}
              >
                {where}
                <NextIcon />
              </button>
              {here?.why ? (
                <details class="why">
                  <summary>{words.say("digestWhy")}</summary>
                  <p>{here.why}</p>
                </details>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p class="said-only" role="status">
        {position ? words.say("digestAtMention", numbersOf(position, words)) : ""}
      </p>
    </section>
  );
}

function Message({ text }: { text: string }) {
  return (
    <div class="digest-message">
      <p role="status">{text}</p>
    </div>
  );
}

function numbersOf({ index, count }: Position, words: Words): { index: string; count: string } {
  return { index: words.number(index + 1), count: words.number(count) };
}
