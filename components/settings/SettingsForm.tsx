import type { ComponentChildren } from "preact";
import {
  type Mute,
  type Pause,
  type SettingDeclaration,
  type SettingKey,
  type Settings,
  type SiteRule,
  settingEntries,
  settingsSections,
} from "#core/settings/settings.ts";
import { useWords } from "../words.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { MarkPreview } from "./MarkPreview.tsx";
import { MutesField } from "./MutesField.tsx";
import { NumberField } from "./NumberField.tsx";
import { PauseField } from "./PauseField.tsx";
import { SetField } from "./SetField.tsx";
import { SitesField } from "./SitesField.tsx";
import { SwitchField } from "./SwitchField.tsx";
import "./settings-form.css";

interface Props {
  settings: Settings;
  /** Set by the organisation's policy: shown, and not to be changed. */
  locked: readonly SettingKey[];
  /** Which settings are shown; without it, all. */
  shows?(key: SettingKey): boolean;
  /** What stands under a setting beside its own field. */
  notes?: Readonly<Partial<Record<SettingKey, ComponentChildren>>>;
  /** Every card's title, by its id. */
  titles: ReadonlyMap<string, string>;
  /**
   * Called at each change with a value that fits the setting's declaration; `said`, in a sentence what happened, where the
   * reader may want to take it back.
   */
  onChange(key: SettingKey, value: Settings[SettingKey], said?: string): void;
}

/** Every setting of the record as a form, by section; there is nothing to submit. */
export function SettingsForm({ settings, locked, shows = () => true, notes = {}, titles, onChange }: Props) {
  const words = useWords();
  // What only an organisation sets is shown where one does.
  const entries = settingEntries.filter(
    ([key, { setBy }]) => shows(key) && (setBy !== "organisation" || locked.includes(key)),
  );
  const sections = Object.entries(settingsSections).filter(([id]) => entries.some(([, { section }]) => section === id));
  return (
    <form class="settings" onSubmit={(event) => event.preventDefault()}>
      {sections.map(([id, title]) => (
        <fieldset key={id} class="section">
          <legend>
            <h2>{words.say(title)}</h2>
          </legend>
          {entries
            .filter(([, { section }]) => section === id)
            .map(([key, declaration]) => (
              <Setting key={key} name={key} isLocked={locked.includes(key)}>
                <Field
                  name={key}
                  declaration={declaration}
                  value={settings[key]}
                  titles={titles}
                  // The field gives back only what the declaration it was made from allows.
                  onChange={(value, said) => onChange(key, value as Settings[SettingKey], said)}
                />
                {notes[key]}
                {key === "markStyle" ? <MarkPreview style={settings.markStyle} /> : null}
              </Setting>
            ))}
        </fieldset>
      ))}
    </form>
  );
}

interface SettingProps {
  name: SettingKey;
  isLocked: boolean;
  children: ComponentChildren;
}

function Setting({ name, isLocked, children }: SettingProps) {
  const words = useWords();
  return isLocked ? (
    <fieldset class="setting" data-setting={name} disabled aria-describedby={`${name}-locked`}>
      {children}
      <p class="locked" id={`${name}-locked`}>
        {words.say("optionsLocked")}
      </p>
    </fieldset>
  ) : (
    <div class="setting" data-setting={name}>
      {children}
    </div>
  );
}

interface FieldProps {
  name: SettingKey;
  declaration: SettingDeclaration;
  value: unknown;
  titles: ReadonlyMap<string, string>;
  onChange(value: unknown, said?: string): void;
}

function Field({ name, declaration, value, titles, onChange }: FieldProps) {
  const shared = { name, onChange };
  switch (declaration.kind) {
    case "choice":
      return <ChoiceField {...shared} declaration={declaration} value={value as string} />;
    case "set":
      return <SetField {...shared} declaration={declaration} value={value as readonly string[]} />;
    case "switch":
      return <SwitchField {...shared} declaration={declaration} value={value as boolean} />;
    case "number":
      return <NumberField {...shared} declaration={declaration} value={value as number} />;
    case "sites":
      return <SitesField {...shared} declaration={declaration} value={value as readonly SiteRule[]} />;
    case "mutes":
      return <MutesField {...shared} declaration={declaration} value={value as readonly Mute[]} titles={titles} />;
    case "pause":
      return <PauseField {...shared} declaration={declaration} value={value as Pause} />;
  }
}
