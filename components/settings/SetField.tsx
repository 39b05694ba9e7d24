import type { SetSetting } from "#core/settings/settings.ts";
import { useWords } from "../words.ts";
import type { FieldProps } from "./field-props.ts";
import { Hint } from "./Hint.tsx";

/** Any of several: check boxes; the value keeps the declared order. */
export function SetField({ name, declaration, value, onChange }: FieldProps<SetSetting, readonly string[]>) {
  const { label, hint, labels } = declaration;
  const words = useWords();
  const toggle = (toggled: string) =>
    onChange(Object.keys(labels).filter((option) => value.includes(option) !== (option === toggled)));
  return (
    <fieldset aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{words.say(label)}</legend>
      <Hint id={`${name}-hint`} text={hint} />
      {Object.entries(labels).map(([option, text]) => (
        <label key={option}>
          <input
            type="checkbox"
            name={name}
            value={option}
            checked={value.includes(option)}
            onChange={() => toggle(option)}
          />
          {words.say(text)}
        </label>
      ))}
    </fieldset>
  );
}
