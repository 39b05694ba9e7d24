import { type Pause, settingsRecord } from "#core/settings/settings.ts";
import { useWords } from "../words.ts";
import { pauseOptions } from "./pause-options.ts";
import "./pause-menu.css";

/** The same choice folded into one line, for the popup; the line says which pause counts. */
export function PauseMenu({ pause, onPause }: { pause: Pause; onPause(pause: Pause): void }) {
  const words = useWords();
  const options = pauseOptions(pause, Date.now(), words);
  return (
    <details class="pause-menu">
      <summary>
        {words.say(settingsRecord.paused.label)} <span>{options.find(({ isChosen }) => isChosen)?.text}</span>
      </summary>
      {options.map(({ id, text, isChosen, valueAt }) => (
        <label key={id}>
          <input type="radio" name="pause" checked={isChosen} onChange={() => onPause(valueAt(Date.now()))} />
          {text}
        </label>
      ))}
    </details>
  );
}
