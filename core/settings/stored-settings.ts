import { migrate } from "./migrate.ts";
import { changedValues, isSameValue, parseSettings, parseValues } from "./parse-settings.ts";
import {
  defaultSettings,
  type SettingKey,
  type Settings,
  settingEntries,
  settingsRecord,
  settingsVersion,
} from "./settings.ts";

/** When a setting was last changed by the reader, in ms since 1970, however that is put together. */
export type Stamps = Readonly<Partial<Record<SettingKey, number>>>;

/** What is stored: one item, so that whoever reads it has all that counts. */
export interface StoredSettings {
  /** The reader's own, where they are not the defaults. */
  values: Partial<Settings>;
  /** What the organisation's policy sets; it counts before the reader's. */
  organisation: Partial<Settings>;
  stamps: Stamps;
}

/** The same as it is written. */
export interface WrittenSettings extends StoredSettings {
  version: number;
}

/** Reads what storage holds, of any version; what cannot be read counts as never set. */
export function readStored(input: unknown): StoredSettings {
  const item = recordOf(input);
  // The first version was the values alone.
  const isFirst = typeof item.version !== "number";
  const version = isFirst ? 1 : Number(item.version);
  const values = parseValues(migrate(isFirst ? item : recordOf(item.values), version)).values;
  return {
    values: ownOf(values),
    organisation: isFirst ? {} : organisationOf(parseValues(item.organisation).values),
    stamps: stampsOf(recordOf(item.stamps)),
  };
}

/** Ready to be stored. */
export function writeStored(stored: StoredSettings): WrittenSettings {
  return { version: settingsVersion, ...stored };
}

/** What counts. */
export function effectiveSettings({ values, organisation }: StoredSettings): Settings {
  return { ...defaultSettings, ...values, ...organisation };
}

/** The settings that the reader cannot change, because the organisation's policy sets them. */
export function lockedKeys({ organisation }: StoredSettings): readonly SettingKey[] {
  return settingEntries.flatMap(([key]) => (organisation[key] === undefined ? [] : [key]));
}

/** The reader's own settings as they are after `changes`, made at `now`. What is locked stays what it was. */
export function changeStored(stored: StoredSettings, changes: Partial<Settings>, now: number): StoredSettings {
  const before = { ...defaultSettings, ...stored.values };
  const locked = lockedKeys(stored);
  const stamps: Partial<Record<SettingKey, number>> = { ...stored.stamps };
  const after: Record<string, unknown> = { ...before };
  for (const [key] of settingEntries) {
    const value = changes[key];
    if (value === undefined || locked.includes(key) || isSameValue(value, before[key])) continue;
    after[key] = value;
    // A clock that runs behind must not let an older change of another browser win.
    stamps[key] = Math.max(now, (stamps[key] ?? 0) + 1);
  }
  return { ...stored, values: ownOf(changedValues(parseSettings(after))), stamps };
}

/** Of a policy's values, those that a policy may set. */
export function organisationOf(values: Partial<Settings>): Partial<Settings> {
  return pick(values, (key) => settingsRecord[key].setBy !== "reader");
}

/** Of a reader's values, those that a reader may set. */
function ownOf(values: Partial<Settings>): Partial<Settings> {
  return pick(values, (key) => settingsRecord[key].setBy !== "organisation");
}

/** The values of the settings that are wanted. */
function pick(values: Partial<Settings>, isWanted: (key: SettingKey) => boolean): Partial<Settings> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => isWanted(key as SettingKey)));
}

function stampsOf(input: Record<string, unknown>): Stamps {
  return Object.fromEntries(
    settingEntries.flatMap(([key]) => (Number.isFinite(input[key]) ? [[key, Number(input[key])]] : [])),
  );
}

function recordOf(input: unknown): Record<string, unknown> {
  return typeof input === "object" && input !== null && !Array.isArray(input) ? (input as Record<string, unknown>) : {};
}
