import type { Pause, PauseSetting } from "#core/settings/settings.ts";
import { useWords } from "../words.ts";
import type { FieldProps } from "./field-props.ts";
import { Hint } from "./Hint.tsx";
import { pauseOptions } from "./pause-options.ts";

/** Whether, and for how long, nothing is marked: radio buttons. */
export function PauseField({ name, declaration, value, onChange }: FieldProps<PauseSetting, Pause>) {
  const { label, hint } = declaration;
  const words = useWords();
  return (
    <fieldset aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{words.say(label)}</legend>
      <Hint id={`${name}-hint`} text={hint} />
      {pauseOptions(value, Date.now(), words).map(({ id, text, isChosen, valueAt }) => (
        <label key={id}>
          <input
            type="radio"
            name={name}
            value={id}
            checked={isChosen}
            onChange={() => onChange(valueAt(Date.now()))}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
