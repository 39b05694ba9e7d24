import { BackIcon, NextIcon } from "../icons.tsx";
import { useWords } from "../words.ts";
import type { Position } from "./PageDigest.tsx";
import "./mention-bar.css";

interface Props {
  /** The title of the card that the mentions are of. */
  title: string;
  /** How many the page has. */
  count: number;
  /** Where a jump has led, whichever card it was for. */
  position: Position | undefined;
  /** Whether it leads to one of this card's mentions. */
  isHere: boolean;
  onJump(): void;
  onJumpBack(): void;
}

/** Beside an open card: the way to each of its mentions on the page, and back to where the reader was. */
export function MentionBar({ title, count, position, isHere, onJump, onJumpBack }: Props) {
  const words = useWords();
  const where =
    isHere && position
      ? words.say("digestPosition", { index: words.number(position.index + 1), count: words.number(position.count) })
      : words.count("digestMentions", count);
  return (
    <div class="mention-bar">
      {count > 0 ? (
        <button
          type="button"
          class="jump"
          aria-label={
            isHere
              ? words.say("digestJumpFrom", { position: where, title })
              : words.say("digestJump", { mentions: where, title })
          }
          onClick={onJump}
        >
          <NextIcon />
          {where}
        </button>
      ) : (
        <p>{words.say("panelNotOnPage")}</p>
      )}
      {position ? (
        <button type="button" class="back" onClick={onJumpBack}>
          <BackIcon />
          {words.say("digestBackToPlace")}
        </button>
      ) : null}
    </div>
  );
}
