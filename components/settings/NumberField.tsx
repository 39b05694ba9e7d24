import { useState } from "preact/hooks";
import type { NumberSetting } from "#core/settings/settings.ts";
import { useWords } from "../words.ts";
import type { FieldProps } from "./field-props.ts";
import { Hint } from "./Hint.tsx";

/** A number within bounds: a slider that tells its value while it moves and gives it when it is let go. */
export function NumberField({ name, declaration, value, onChange }: FieldProps<NumberSetting, number>) {
  const { label, hint, min, max, step, unit } = declaration;
  const words = useWords();
  const [moving, setMoving] = useState<number>();
  const shown = moving ?? value;
  const text = new Intl.NumberFormat(words.locale, { style: "unit", unit, useGrouping: "min2" }).format(shown);
  return (
    <>
      <label class="heading" for={name}>
        {words.say(label)}
      </label>
      <Hint id={`${name}-hint`} text={hint} />
      <div class="slider">
        <input
          id={name}
          type="range"
          min={min}
          max={max}
          step={step}
          value={shown}
          aria-valuetext={text}
          aria-describedby={hint ? `${name}-hint` : undefined}
          onInput={(event) => setMoving(event.currentTarget.valueAsNumber)}
          onChange={(event) => {
            setMoving(undefined);
            onChange(event.currentTarget.valueAsNumber);
          }}
        />
        <output for={name}>{text}</output>
      </div>
    </>
  );
}
