import { type Fault, readValue } from "./read-value.ts";
import { defaultSettings, type SettingKey, type Settings, settingEntries, settingsRecord } from "./settings.ts";

/** A part of the input that could not be used. `entry`: its place, where the value is a list that is used without it. */
export interface Problem {
  key: string;
  fault: Fault | "unknownSetting" | "notSettings";
  entry?: number;
}

/** The values that are given and right, and what is wrong with the others. */
export interface ParsedValues {
  values: Partial<Settings>;
  problems: Problem[];
}

/**
 * Reads values from storage, a file, a policy or another browser, key by key: those that are missing stay missing, those
 * that are wrong are named, as is every unknown key. Never throws.
 */
export function parseValues(input: unknown): ParsedValues {
  if (input === undefined || input === null) return { values: {}, problems: [] };
  if (typeof input !== "object" || Array.isArray(input)) {
    return { values: {}, problems: [{ key: "", fault: "notSettings" }] };
  }
  const problems: Problem[] = Object.keys(input)
    .filter((key) => !Object.hasOwn(settingsRecord, key))
    .map((key) => ({ key, fault: "unknownSetting" }));
  const values: Record<string, unknown> = {};
  for (const [key, declaration] of settingEntries) {
    const given = Object.hasOwn(input, key) ? (input as Record<string, unknown>)[key] : undefined;
    if (given === undefined) continue;
    const { value, faults } = readValue(declaration, given);
    if (value !== undefined) values[key] = value;
    problems.push(...faults.map((fault) => ({ key, ...fault })));
  }
  return { values: values as Partial<Settings>, problems };
}

/** Settings that are whole: what is missing or wrong in `input` has its default. */
export function parseSettings(input: unknown): Settings {
  return { ...defaultSettings, ...parseValues(input).values };
}

/** The values that are not the defaults: what there is to store. */
export function changedValues(settings: Settings): Partial<Settings> {
  const changed = settingEntries.filter(([key]) => !isSameValue(settings[key], defaultSettings[key]));
  return Object.fromEntries(changed.map(([key]) => [key, settings[key]]));
}

/** Whether two values of one setting say the same. */
export function isSameValue(one: Settings[SettingKey] | undefined, other: Settings[SettingKey] | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
