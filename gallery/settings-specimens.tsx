import { SettingsForm } from "#components/settings/SettingsForm.tsx";
import { SettingsSearch } from "#components/settings/SettingsSearch.tsx";
import { SettingsTransfer } from "#components/settings/SettingsTransfer.tsx";
import { Shortcuts } from "#components/settings/Shortcuts.tsx";
import { SyncNote } from "#components/settings/SyncNote.tsx";
import { UndoNotice } from "#components/settings/UndoNotice.tsx";
import type { Command } from "#core/messages.ts";
import { defaultSettings, type SettingKey, type Settings } from "#core/settings/settings.ts";
import { ask, heads, nothing, type Specimen, until } from "./specimen.ts";

const titles = new Map([...heads.values()].map(({ id, title }) => [id, title]));

interface FormState {
  changed?: Partial<Settings>;
  locked?: readonly SettingKey[];
  /** Which settings are shown; without it, all. */
  shown?: readonly SettingKey[];
}

function form({ changed = {}, locked = [], shown }: FormState = {}) {
  return (
    <SettingsForm
      settings={{ ...defaultSettings, ...changed }}
      locked={locked}
      shows={(key) => shown?.includes(key) ?? true}
      titles={titles}
      onChange={nothing}
    />
  );
}

/** Gives a file to be read, and waits for what is said of it. */
function take(text: string): (root: HTMLElement) => Promise<void> {
  return async (root) => {
    const input = root.querySelector<HTMLInputElement>("input[type=file]");
    if (!input) return;
    const given = new DataTransfer();
    given.items.add(new File([text], "settings.json"));
    input.files = given.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await until(root, ".report");
  };
}

const transfer = <SettingsTransfer locked={["siteRules"]} onExport={nothing} onImport={nothing} onReset={nothing} />;
const changed: Partial<Settings> = {
  siteRules: [
    { pattern: "*.example.org", on: false },
    { pattern: "news.example.com", on: true },
  ],
  muted: [{ card: "crimea" }, { kind: "topic", site: "www.example.org" }],
  kinds: ["person", "place"],
  markStyle: "tint",
  textSize: 150,
  theme: "dark",
  sync: true,
};
const locked: readonly SettingKey[] = ["siteRules", "organisationSites", "kinds", "theme", "textSize"];
const keys = new Map<Command, string>([
  ["next-mention", "Alt+Period"],
  ["previous-mention", "Alt+Comma"],
  ["open-card", "Alt+Shift+Period"],
]);

/** What stands on the options page. */
export const settingsSpecimens: readonly Specimen[] = [
  { name: "options: as they come", view: form() },
  { name: "options: changed", view: form({ changed }) },
  { name: "options: set by the organisation", view: form({ changed, locked, shown: locked }) },
  { name: "options: no such setting", view: <SettingsSearch query="xyzzy" found={0} onQuery={nothing} /> },
  {
    name: "options: not a site",
    view: form({ shown: ["siteRules"] }),
    act: async (root) => {
      ask("not!a!site")(root);
      await new Promise(requestAnimationFrame);
      root.querySelector<HTMLElement>(".add button")?.click();
      await until(root, ".problems p");
      root.querySelector("input")?.blur();
    },
  },
  { name: "options: keys", view: <Shortcuts keys={keys} onChangeKeys={nothing} /> },
  { name: "options: sync held back", view: <SyncNote tooLong={["siteRules", "muted"]} refused /> },
  {
    name: "options: done, to be taken back",
    view: <UndoNotice done={{ said: "The rule for *.example.org is removed.", undo: nothing }} onClose={nothing} />,
  },
  { name: "settings transfer: as it comes", view: transfer },
  {
    name: "settings transfer: a file of which a part can be used",
    view: transfer,
    act: take(
      '{"format":"context-cards-settings","version":2,\n"settings":{\n"theme":"dim",\n"textSize":125,\n"siteRules":[],\n"colour":1}}',
    ),
  },
  { name: "settings transfer: a file that cannot be used", view: transfer, act: take('{"theme": dark}') },
];
