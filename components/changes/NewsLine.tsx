import { CloseIcon } from "../icons.tsx";
import { useWords } from "../words.ts";
import "./news-line.css";

interface Props {
  /** The version that the extension was updated to. */
  version: string;
  /** The address of the page that tells what is new. */
  changesUrl: string;
  onClose(): void;
}

/** One quiet line after an update. */
export function NewsLine({ version, changesUrl, onClose }: Props) {
  const words = useWords();
  return (
    <p class="news-line">
      <span>
        {words.say("newsUpdated", { version })}{" "}
        <a href={changesUrl} target="_blank" rel="noreferrer">
          {words.say("changesHeading")}
        </a>
      </span>
      <button type="button" aria-label={words.say("newsClose")} title={words.say("newsClose")} onClick={onClose}>
        <CloseIcon />
      </button>
    </p>
  );
}
