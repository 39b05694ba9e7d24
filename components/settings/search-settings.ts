import { type SettingDeclaration, type SettingKey, settingEntries, settingsSections } from "#core/settings/settings.ts";
import type { PlainKey } from "#core/words/message-keys.ts";
import type { Words } from "#core/words/words.ts";

/** What stands beside the settings on their page, and the words in it. */
const others = {
  shortcuts: [
    "shortcutsTitle",
    "shortcutsHint",
    "commandNext",
    "commandPrevious",
    "commandOpen",
    "commandClose",
    "shortcutsChange",
  ],
  transfer: ["transferTitle", "transferHint", "transferExport", "transferImport", "transferReset"],
} as const satisfies Record<string, readonly PlainKey[]>;

/** What of the options page has the words that are searched for. */
export type Found = ReadonlySet<SettingKey | keyof typeof others>;

/**
 * The settings, and what stands beside them, in whose words every part of `query` is found, whatever the case and the
 * accents. What only an organisation sets is there where it does, and so `locked`.
 */
export function searchSettings(query: string, words: Words, locked: readonly SettingKey[] = []): Found {
  const parts = fold(query).split(/\s+/u).filter(Boolean);
  const isMet = (text: string) => parts.every((part) => fold(text).includes(part));
  const settings = settingEntries.filter(
    ([key, declaration]) =>
      (declaration.setBy !== "organisation" || locked.includes(key)) && isMet(textOf(declaration, words)),
  );
  const sections = Object.entries(others).filter(([, keys]) => isMet(keys.map((key) => words.say(key)).join(" ")));
  return new Set([...settings, ...sections].map(([key]) => key)) as Found;
}

function textOf(declaration: SettingDeclaration, words: Words): string {
  const { section, label, hint } = declaration;
  const labels = "labels" in declaration ? Object.values(declaration.labels) : [];
  return [settingsSections[section], label, ...(hint ? [hint] : []), ...labels].map((key) => words.say(key)).join(" ");
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
