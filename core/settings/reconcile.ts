import { isSameValue, parseValues } from "./parse-settings.ts";
import { defaultSettings, type SettingKey, type Settings, settingEntries } from "./settings.ts";
import type { StoredSettings } from "./stored-settings.ts";

/** What is kept of one setting where all of a reader's browsers see it. No `value`: it was put back to its default. */
export interface SharedItem {
  readonly value?: unknown;
  /** When it was changed, in ms since 1970. */
  readonly at: number;
}

/** What two sides that may have changed apart come to. */
export interface Reconciled {
  /** What this browser is to have. */
  stored: StoredSettings;
  /** What the others are to be told, by setting. */
  share: Partial<Record<SettingKey, SharedItem>>;
  /** Of the settings to hold, those that the others have changed since: each side has its own for now. */
  apart: readonly SettingKey[];
}

/** Settings of which this browser may have more than could be shared. */
export interface Unshared {
  /** Longer than can be shared: neither told nor taken. */
  tooLong: readonly SettingKey[];
  /** Could not be shared the last time: told as soon as that is possible, and not taken until then. */
  held: readonly SettingKey[];
}

/**
 * Brings this browser's settings and the shared ones together, setting by setting: the later change counts. What
 * could not be shared stays as it is here, whatever the others do.
 */
export function reconcile(
  stored: StoredSettings,
  shared: Readonly<Record<string, unknown>>,
  { tooLong, held }: Unshared,
): Reconciled {
  const values: Record<string, unknown> = { ...stored.values };
  const stamps: Partial<Record<SettingKey, number>> = { ...stored.stamps };
  const share: Partial<Record<SettingKey, SharedItem>> = {};
  const apart: SettingKey[] = [];
  for (const [key, { travels }] of settingEntries) {
    if (!travels || tooLong.includes(key)) continue;
    const own = stored.values[key];
    const theirs = readItem(key, shared[key]);
    // What was set before there were stamps counts as changed a long time ago.
    const at = stored.stamps[key] ?? (own === undefined ? 0 : 1);
    if (theirs && theirs.at > at && held.includes(key)) apart.push(key);
    else if (theirs && theirs.at > at) {
      if (theirs.value === undefined) delete values[key];
      else values[key] = theirs.value;
      stamps[key] = theirs.at;
    } else if (at > 0 && at > (theirs?.at ?? 0)) {
      share[key] = own === undefined ? { at } : { value: own, at };
      stamps[key] = at;
    }
  }
  return { stored: { ...stored, values: values as Partial<Settings>, stamps }, share, apart };
}

function readItem(
  key: SettingKey,
  input: unknown,
): { value: Settings[SettingKey] | undefined; at: number } | undefined {
  if (typeof input !== "object" || input === null) return undefined;
  const { value, at } = input as Record<string, unknown>;
  if (typeof at !== "number" || !Number.isFinite(at)) return undefined;
  if (value === undefined) return { value: undefined, at };
  // What a newer version wrote, and this one cannot read, is left to those who can.
  const read = parseValues({ [key]: value });
  if (read.problems.length > 0) return undefined;
  return { value: isSameValue(read.values[key], defaultSettings[key]) ? undefined : read.values[key], at };
}
