import { useState } from "preact/hooks";
import { useWords } from "../words.ts";

interface Props {
  /** What the button says, and what it is called. */
  label: string;
  /** Resolves when the text is on the clipboard. */
  onCopy(): Promise<void>;
}

/** Copies, and says politely that it has. What is on a card cannot be selected: a page could read the selection. */
export function CopyButton({ label, onCopy }: Props) {
  const words = useWords();
  const [said, setSaid] = useState("");
  const copy = () => {
    setSaid("");
    onCopy().then(
      () => setSaid(words.say("copied")),
      () => setSaid(words.say("copyFailed")),
    );
  };
  return (
    <span class="copy">
      <button type="button" onClick={copy}>
        {label}
      </button>
      <span role="status">{said}</span>
    </span>
  );
}
