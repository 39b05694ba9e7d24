import { useWords } from "../words.ts";
import "./undo-notice.css";

/** Something that was done, and how it is taken back. */
export interface Done {
  said: string;
  undo(): void;
}

interface Props {
  done: Done | undefined;
  onClose(): void;
}

/** The last thing that was done, over the foot of the page, until it is taken back or put away. */
export function UndoNotice({ done, onClose }: Props) {
  const words = useWords();
  return (
    <div class="undo-notice" role="status">
      {done ? (
        <div class="box">
          <p>{done.said}</p>
          <button
            type="button"
            onClick={() => {
              done.undo();
              onClose();
            }}
          >
            {words.say("undo")}
          </button>
          <button type="button" onClick={onClose}>
            {words.say("undoClose")}
          </button>
        </div>
      ) : null}
    </div>
  );
}
