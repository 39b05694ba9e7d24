import { useEffect, useState } from "preact/hooks";
import { SettingsForm } from "#components/settings/SettingsForm.tsx";
import { type Done, UndoNotice } from "#components/settings/UndoNotice.tsx";
import { useWords } from "#components/words.ts";
import type { SettingKey, Settings } from "#core/settings/settings.ts";
import type { StoredSettings } from "#core/settings/stored-settings.ts";
import { useStoredSettings } from "./use-stored-settings.ts";

interface Props {
  stored: StoredSettings;
  /** Every card's title, by its id. */
  titles: ReadonlyMap<string, string>;
}

/** The options page: every setting, saved at each change. */
export function Options({ stored, titles }: Props) {
  const words = useWords();
  const { settings, locked, failed, change } = useStoredSettings(stored);
  const [done, setDone] = useState<Done>();

  useEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset.theme = settings.theme;
    style.fontSize = `${settings.textSize}%`;
  }, [settings.theme, settings.textSize]);

  /** Changes settings in a way that the reader may want to take back. */
  const changeWithUndo = (changes: Partial<Settings>, said: string) => {
    const keys = Object.keys(changes) as SettingKey[];
    const before = Object.fromEntries(keys.map((key) => [key, settings[key]])) as Partial<Settings>;
    change(changes);
    setDone({ said, undo: () => change(before) });
  };

  return (
    <>
      <h1>{words.say("extensionName")}</h1>
      <p class={failed ? "lead failed" : "lead"} role="status">
        {words.say(failed ? "optionsNotSaved" : "optionsSaved")}
      </p>
      <SettingsForm
        settings={settings}
        locked={locked}
        titles={titles}
        onChange={(key, value, said) => {
          if (said === undefined) change({ [key]: value });
          else changeWithUndo({ [key]: value }, said);
        }}
      />
      <UndoNotice done={done} onClose={() => setDone(undefined)} />
    </>
  );
}
