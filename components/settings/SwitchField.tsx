import type { SwitchSetting } from "#core/settings/settings.ts";
import { useWords } from "../words.ts";
import type { FieldProps } from "./field-props.ts";
import { Hint } from "./Hint.tsx";

/** Yes or no: one check box. */
export function SwitchField({ name, declaration, value, onChange }: FieldProps<SwitchSetting, boolean>) {
  const { label, hint } = declaration;
  const words = useWords();
  return (
    <>
      <label>
        <input
          type="checkbox"
          name={name}
          checked={value}
          aria-describedby={hint ? `${name}-hint` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {words.say(label)}
      </label>
      <Hint id={`${name}-hint`} text={hint} />
    </>
  );
}
