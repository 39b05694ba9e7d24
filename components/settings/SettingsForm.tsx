import {
  type SettingDeclaration,
  type SettingKey,
  type Settings,
  settingsRecord,
  settingsSections,
} from "#core/settings/settings.ts";
import { useWords } from "../words.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { HostsField } from "./HostsField.tsx";
import { MarkPreview } from "./MarkPreview.tsx";
import { NumberField } from "./NumberField.tsx";
import { SetField } from "./SetField.tsx";
import { SwitchField } from "./SwitchField.tsx";
import "./settings-form.css";

interface Props {
  settings: Settings;
  /** Called at each change with a value that fits the setting's declaration. */
  onChange(key: SettingKey, value: Settings[SettingKey]): void;
}

/** Every setting of the record as a form, by section; there is nothing to submit. */
export function SettingsForm({ settings, onChange }: Props) {
  const words = useWords();
  const entries = Object.entries(settingsRecord) as [SettingKey, SettingDeclaration][];
  return (
    <form class="settings" onSubmit={(event) => event.preventDefault()}>
      {Object.entries(settingsSections).map(([section, title]) => (
        <fieldset key={section} class="section">
          <legend>{words.say(title)}</legend>
          {entries
            .filter(([, declaration]) => declaration.section === section)
            .map(([key, declaration]) => (
              <div key={key} class="setting">
                <Field
                  name={key}
                  declaration={declaration}
                  value={settings[key]}
                  // The field gives back only what the declaration it was made from allows.
                  onChange={(value) => onChange(key, value as Settings[SettingKey])}
                />
                {key === "markStyle" ? <MarkPreview style={settings.markStyle} /> : null}
              </div>
            ))}
        </fieldset>
      ))}
    </form>
  );
}

interface FieldProps {
  name: SettingKey;
  declaration: SettingDeclaration;
  value: unknown;
  onChange(value: unknown): void;
}

function Field({ name, declaration, value, onChange }: FieldProps) {
  switch (declaration.kind) {
    case "choice":
      return <ChoiceField name={name} declaration={declaration} value={value as string} onChange={onChange} />;
    case "set":
      return <SetField name={name} declaration={declaration} value={value as readonly string[]} onChange={onChange} />;
    case "switch":
      return <SwitchField name={name} declaration={declaration} value={value as boolean} onChange={onChange} />;
    case "number":
      return <NumberField name={name} declaration={declaration} value={value as number} onChange={onChange} />;
    case "hosts":
      return (
        <HostsField name={name} declaration={declaration} value={value as readonly string[]} onChange={onChange} />
      );
  }
}
