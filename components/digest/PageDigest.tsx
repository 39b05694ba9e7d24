import type { CardHead } from "#core/pack/card-view.ts";
import { NextIcon } from "../icons.tsx";
import { kindLabels } from "../kind-labels.ts";
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
}

const sentences: Record<Exclude<PageState["state"], "ready">, string> = {
  reading: "Reading the page …",
  offBySite: "Context Cards is off on this site. Looking up cards works all the same.",
  offByPage: "This page asks not to be marked. Looking up cards works all the same.",
  unreachable:
    "Context Cards cannot see this page. Browsers keep extensions out of their own pages, their extension stores and PDF views. Anywhere else, reload the page and try again.",
};

const emptySentence =
  "This page names none of the story’s people, places, organisations or topics. Common names such as France or ceasefire count only beside those that belong to the story.";

/** What the page holds: each card with its mentions, a way to the next one, and the way back. */
export function PageDigest({ page, heads, position, onOpen, onJump, onJumpBack }: Props) {
  if (page.state !== "ready") return <Message text={sentences[page.state]} />;
  const entries = page.entries.flatMap(({ card, count }) => {
    const head = heads.get(card);
    return head ? [{ head, count }] : [];
  });
  if (entries.length === 0) return <Message text={emptySentence} />;
  return (
    <section class="digest" aria-labelledby="digest-title">
      <div class="bar">
        <h2 id="digest-title">
          On this page <span class="count">{entries.length}</span>
        </h2>
        {position ? (
          <button type="button" class="back" onClick={onJumpBack}>
            Back to where you were
          </button>
        ) : null}
      </div>
      <ul>
        {entries.map(({ head, count }) => {
          const here = position?.card === head.id ? position : undefined;
          const where = here ? `${here.index + 1} of ${here.count}` : `${count}`;
          return (
            <li key={head.id}>
              <button type="button" class="open" onClick={() => onOpen(head.id)} data-card={head.id}>
                <span class="title">{head.title}</span> <span class="kind">{kindLabels[head.kind]}</span>
              </button>
              <button
                type="button"
                class={here ? "jump here" : "jump"}
                aria-label={`Next mention of ${head.title}, ${here ? `at ${where}` : mentions(count)}`}
                onClick={() => onJump(head.id)}
              >
                {where}
                <NextIcon />
              </button>
              {here?.why ? (
                <details class="why">
                  <summary>Why is this marked?</summary>
                  <p>{here.why}</p>
                </details>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p class="said-only" role="status">
        {position ? `Mention ${position.index + 1} of ${position.count}` : ""}
      </p>
    </section>
  );
}

function Message({ text }: { text: string }) {
  return (
    <p class="digest-message" role="status">
      {text}
    </p>
  );
}

function mentions(count: number): string {
  return count === 1 ? "1 mention" : `${count} mentions`;
}
