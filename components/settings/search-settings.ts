import { type SettingDeclaration, type SettingKey, settingEntries, settingsSections } from "#core/settings/settings.ts";
import type { Words } from "#core/words/words.ts";

/** The settings in whose words every part of `query` is found, whatever the case and the accents. */
export function searchSettings(query: string, words: Words): ReadonlySet<SettingKey> {
  const parts = fold(query).split(/\s+/u).filter(Boolean);
  const found = settingEntries.filter(([, declaration]) => {
    const text = fold(textOf(declaration, words));
    return parts.every((part) => text.includes(part));
  });
  return new Set(found.map(([key]) => key));
}

function textOf(declaration: SettingDeclaration, words: Words): string {
  const { section, label, hint } = declaration;
  const labels = "labels" in declaration ? Object.values(declaration.labels) : [];
  return [settingsSections[section], label, ...(hint ? [hint] : []), ...labels].map((key) => words.say(key)).join(" ");
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
