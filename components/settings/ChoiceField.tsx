import type { ChoiceSetting } from "#core/settings/settings.ts";
import { useWords } from "../words.ts";
import type { FieldProps } from "./field-props.ts";
import { Hint } from "./Hint.tsx";

/** One of several: radio buttons. */
export function ChoiceField({ name, declaration, value, onChange }: FieldProps<ChoiceSetting, string>) {
  const { label, hint, labels } = declaration;
  const words = useWords();
  return (
    <fieldset aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{words.say(label)}</legend>
      <Hint id={`${name}-hint`} text={hint} />
      {Object.entries(labels).map(([option, text]) => (
        <label key={option}>
          <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChange(option)} />
          {words.say(text)}
        </label>
      ))}
    </fieldset>
  );
}
