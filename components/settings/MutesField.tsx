import { isSame } from "#core/settings/mutes.ts";
import type { Mute, MutesSetting } from "#core/settings/settings.ts";
import { readablePattern } from "#core/settings/site-pattern.ts";
import { kindLabels } from "../kind-labels.ts";
import { useWords } from "../words.ts";
import type { FieldProps } from "./field-props.ts";
import { Hint } from "./Hint.tsx";
import "./list-field.css";

interface Props extends FieldProps<MutesSetting, readonly Mute[]> {
  /** Every card's title, by its id. */
  titles: ReadonlyMap<string, string>;
}

/** What is muted, each with a way back; and every other card, to be muted from here. */
export function MutesField({ name, declaration, value, titles, onChange }: Props) {
  const { label, hint } = declaration;
  const words = useWords();
  const nameOf = (mute: Mute) => {
    const what =
      "card" in mute
        ? (titles.get(mute.card) ?? mute.card)
        : words.say("mutedKind", { kind: words.say(kindLabels[mute.kind]) });
    return mute.site === undefined ? what : words.say("mutedOn", { what, site: readablePattern(mute.site) });
  };
  const isMuted = (id: string) => value.some((mute) => "card" in mute && mute.card === id && mute.site === undefined);
  return (
    <fieldset aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{words.say(label)}</legend>
      <Hint id={`${name}-hint`} text={hint} />
      <div class="add">
        <select
          aria-label={words.say("mutedAddLabel")}
          value=""
          onChange={(event) => {
            const card = event.currentTarget.value;
            event.currentTarget.value = "";
            if (card) onChange([...value, { card }]);
          }}
        >
          <option value="">{words.say("mutedAdd")}</option>
          {[...titles].map(([id, title]) => (
            <option key={id} value={id} disabled={isMuted(id)}>
              {title}
            </option>
          ))}
        </select>
      </div>
      {value.length === 0 ? <p class="none">{words.say("mutedNothing")}</p> : null}
      <ul class="entries">
        {value.map((mute) => (
          <li key={JSON.stringify(mute)}>
            <span class="entry">{nameOf(mute)}</span>
            <button
              type="button"
              aria-label={words.say("mutedAgainFor", { what: nameOf(mute) })}
              onClick={() =>
                onChange(
                  value.filter((other) => !isSame(other, mute)),
                  words.say("mutedIsAgain", { what: nameOf(mute) }),
                )
              }
            >
              {words.say("mutedAgain")}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
