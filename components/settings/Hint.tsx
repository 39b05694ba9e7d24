import type { PlainKey } from "#core/words/message-keys.ts";
import { useWords } from "../words.ts";

/** The sentence under a setting's label, where it has one; fields name it in `aria-describedby`. */
export function Hint({ id, text }: { id: string; text: PlainKey | undefined }) {
  const words = useWords();
  return text === undefined ? null : (
    <p class="hint" id={id}>
      {words.say(text)}
    </p>
  );
}
