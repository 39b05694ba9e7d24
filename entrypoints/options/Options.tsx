import { useEffect, useState } from "preact/hooks";
import { NewsLine } from "#components/changes/NewsLine.tsx";
import { SettingsForm } from "#components/settings/SettingsForm.tsx";
import { SettingsSearch } from "#components/settings/SettingsSearch.tsx";
import { SettingsTransfer } from "#components/settings/SettingsTransfer.tsx";
import { Shortcuts } from "#components/settings/Shortcuts.tsx";
import { SyncNote } from "#components/settings/SyncNote.tsx";
import { searchSettings } from "#components/settings/search-settings.ts";
import { type Done, UndoNotice } from "#components/settings/UndoNotice.tsx";
import { useWords } from "#components/words.ts";
import { defaultSettings, type SettingKey, type Settings } from "#core/settings/settings.ts";
import { writeSettingsFile } from "#core/settings/settings-file.ts";
import type { StoredSettings } from "#core/settings/stored-settings.ts";
import { openShortcutSettings } from "#platform/commands.ts";
import { setLook } from "../own-pages/set-look.ts";
import { useNews } from "../own-pages/use-news.ts";
import { saveFile } from "./save-file.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useStoredSettings } from "./use-stored-settings.ts";
import { useSyncTrouble } from "./use-sync-trouble.ts";

interface Props {
  stored: StoredSettings;
  /** Every card's title, by its id. */
  titles: ReadonlyMap<string, string>;
}

/** The options page: every setting, saved at each change. */
export function Options({ stored, titles }: Props) {
  const words = useWords();
  const { settings, own, locked, failed, change } = useStoredSettings(stored);
  const trouble = useSyncTrouble();
  const news = useNews();
  const keys = useShortcuts();
  const [done, setDone] = useState<Done>();
  const [query, setQuery] = useState("");
  const found = searchSettings(query, words, locked);

  useEffect(() => {
    setLook(settings);
  }, [settings]);

  /** Changes settings in a way that the reader may want to take back. */
  const changeWithUndo = (changes: Partial<Settings>, said: string) => {
    const keys = Object.keys(changes) as SettingKey[];
    const before = Object.fromEntries(keys.map((key) => [key, own[key]])) as Partial<Settings>;
    change(changes);
    setDone({ said, undo: () => change(before) });
  };

  return (
    <>
      {news.version === undefined ? null : (
        <NewsLine version={news.version} changesUrl="/changes.html" onClose={news.forget} />
      )}
      <h1>{words.say("extensionName")}</h1>
      <p class={failed ? "lead failed" : "lead"} role="status">
        {words.say(failed ? "optionsNotSaved" : "optionsSaved")}
      </p>
      <SettingsSearch query={query} found={found.size} onQuery={setQuery} />
      <SettingsForm
        settings={settings}
        locked={locked}
        shows={(key) => found.has(key)}
        notes={{
          sync:
            settings.sync && trouble ? (
              <SyncNote tooLong={trouble.tooLong} refused={trouble.refused === true} />
            ) : undefined,
        }}
        titles={titles}
        onChange={(key, value, said) => {
          if (said === undefined) change({ [key]: value });
          else changeWithUndo({ [key]: value }, said);
        }}
      />
      {found.has("shortcuts") ? <Shortcuts keys={keys} onChangeKeys={() => void openShortcutSettings()} /> : null}
      {found.has("transfer") ? (
        <SettingsTransfer
          locked={locked}
          onExport={() => saveFile("context-cards-settings.json", writeSettingsFile(own))}
          onImport={(changes, name) =>
            changeWithUndo(changes, words.count("importDone", Object.keys(changes).length, { name }))
          }
          onReset={() => changeWithUndo(defaultSettings, words.say("transferResetDone"))}
        />
      ) : null}
      <p class="foot">
        <a href="/welcome.html">{words.say("optionsWelcome")}</a>
        <a href="/changes.html">{words.say("changesHeading")}</a>
      </p>
      <p class="credit">{words.say("optionsMapCredit")}</p>
      <UndoNotice done={done} onClose={() => setDone(undefined)} />
    </>
  );
}
