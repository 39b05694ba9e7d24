import { endsIn, isPaused, pauseFor } from "#core/settings/pause.ts";
import type { Pause, PauseSetting } from "#core/settings/settings.ts";
import { useWords } from "../words.ts";
import type { FieldProps } from "./field-props.ts";
import { Hint } from "./Hint.tsx";

/** Whether, and for how long, nothing is marked: radio buttons. */
export function PauseField({ name, declaration, value, onChange }: FieldProps<PauseSetting, Pause>) {
  const { label, hint } = declaration;
  const words = useWords();
  const now = Date.now();
  const current = !isPaused(value, now) ? "no" : typeof value === "number" ? "while" : value;
  const options: [string, string, () => Pause][] = [
    ["no", words.say("pauseNot"), () => "no"],
    [
      "while",
      endsIn(value, now) === undefined
        ? words.say("pauseHour")
        : words.say("pauseUntil", { time: timeOf(value, words.locale) }),
      () => Date.now() + pauseFor,
    ],
    ["restart", words.say("pauseRestart"), () => "restart"],
    ["lasting", words.say("pauseLasting"), () => "lasting"],
  ];
  return (
    <fieldset aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{words.say(label)}</legend>
      <Hint id={`${name}-hint`} text={hint} />
      {options.map(([option, text, choose]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === current}
            onChange={() => onChange(choose())}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function timeOf(pause: Pause, locale: string): string {
  return new Date(Number(pause)).toLocaleTimeString(locale, { timeStyle: "short" });
}
