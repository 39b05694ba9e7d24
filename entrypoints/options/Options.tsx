import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { SettingsForm } from "#components/settings/SettingsForm.tsx";
import { useWords } from "#components/words.ts";
import type { SettingKey, Settings } from "#core/settings/settings.ts";
import { saveSettings, watchSettings } from "#platform/storage.ts";

/** The options page: every setting, saved at each change. */
export function Options({ stored }: { stored: Settings }) {
  const words = useWords();
  const [settings, setSettings] = useState(stored);
  const [failed, setFailed] = useState(false);

  // A field may speak up after a pause: what it changes is changed in the settings of that moment.
  const latest = useRef(settings);
  const take = useCallback((taken: Settings) => {
    latest.current = taken;
    setSettings(taken);
  }, []);

  useEffect(() => {
    const life = new AbortController();
    watchSettings(take, life.signal);
    return () => life.abort();
  }, [take]);

  useEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset.theme = settings.theme;
    style.fontSize = `${settings.textSize}%`;
  }, [settings.theme, settings.textSize]);

  const onChange = (key: SettingKey, value: Settings[SettingKey]) => {
    const changed = { ...latest.current, [key]: value };
    take(changed);
    saveSettings(changed).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };

  return (
    <>
      <h1>{words.say("extensionName")}</h1>
      <p class={failed ? "lead failed" : "lead"} role="status">
        {words.say(failed ? "optionsNotSaved" : "optionsSaved")}
      </p>
      <SettingsForm settings={settings} onChange={onChange} />
    </>
  );
}
