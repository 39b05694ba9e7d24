import { type Command, commands } from "#core/messages.ts";
import type { PlainKey } from "#core/words/message-keys.ts";
import { useWords } from "../words.ts";
import "./shortcuts.css";

interface Props {
  /** The keys of each command as the browser writes them; empty or missing where it has none. */
  keys: ReadonlyMap<Command, string>;
  /** Opens the browser's own page, which alone may change them. */
  onChangeKeys(): void;
}

const labels: Readonly<Record<Command, PlainKey>> = {
  "next-mention": "commandNext",
  "previous-mention": "commandPrevious",
  "open-card": "commandOpen",
  "close-card": "commandClose",
};

/** The commands' keys, and the way to where the browser lets them be changed. */
export function Shortcuts({ keys, onChangeKeys }: Props) {
  const words = useWords();
  return (
    <section class="shortcuts" aria-labelledby="shortcuts">
      <h2 id="shortcuts">{words.say("shortcutsTitle")}</h2>
      <p class="hint">{words.say("shortcutsHint")}</p>
      <dl>
        {commands.map((command) => (
          <div key={command}>
            <dt>{words.say(labels[command])}</dt>
            <dd>{keys.get(command) ? <kbd>{keys.get(command)}</kbd> : words.say("shortcutsNone")}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={onChangeKeys}>
        {words.say("shortcutsChange")}
      </button>
    </section>
  );
}
