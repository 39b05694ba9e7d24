import browser, { type Storage } from "webextension-polyfill";
import { defaultSettings, type Settings } from "#core/settings/settings.ts";
import {
  changeStored,
  effectiveSettings,
  readStored,
  type StoredSettings,
  writeStored,
} from "#core/settings/stored-settings.ts";
import { isOrphaned } from "./orphan.ts";

const key = "settings";

/** The settings that count: the organisation's where a policy sets them, else the reader's, else, or if it breaks, the defaults. */
export async function loadSettings(): Promise<Settings> {
  try {
    return effectiveSettings(await loadStored());
  } catch (error) {
    if (isOrphaned()) throw error;
    // The browser's store is broken: pages go on by the defaults. Changes are refused, so that what is left in it stays.
    return defaultSettings;
  }
}

/** What is stored of the settings, the reader's and the organisation's apart. */
export async function loadStored(): Promise<StoredSettings> {
  const found = await browser.storage.local.get(key);
  return readStored(found[key]);
}

/** Calls `listener` with the settings that count whenever they change, wherever that happens, until the signal. */
export function watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  watchStored((stored) => listener(effectiveSettings(stored)), signal);
}

/** The same, with what is stored. Without a signal, for as long as the background wakes at it. */
export function watchStored(listener: (stored: StoredSettings) => void, signal?: AbortSignal): void {
  const changed = (changes: Record<string, Storage.StorageChange>) => {
    const change = changes[key];
    if (change) listener(readStored(change.newValue));
  };
  browser.storage.local.onChanged.addListener(changed);
  signal?.addEventListener("abort", () => {
    // An orphan has nothing left to stop listening to.
    if (!isOrphaned()) browser.storage.local.onChanged.removeListener(changed);
  });
}

/**
 * Changes some of the reader's settings, by their values or by what they make of those that count; open tabs and our own
 * pages learn of it at once. What a policy locks stays. For our own pages and the background alone: they take turns. Resolves
 * to the settings that count afterwards.
 */
export async function changeSettings(
  changes: Partial<Settings> | ((settings: Settings) => Partial<Settings>),
): Promise<Settings> {
  const after = await updateStored((stored) => {
    const wanted = typeof changes === "function" ? changes(effectiveSettings(stored)) : changes;
    return changeStored(stored, wanted, Date.now());
  });
  return effectiveSettings(after);
}

/** Stores what `update` makes of what is stored, with nobody else in between; nothing where it stays the same. Resolves to it. */
export async function updateStored(update: (stored: StoredSettings) => StoredSettings): Promise<StoredSettings> {
  return navigator.locks.request("settings", async () => {
    const found = await browser.storage.local.get(key);
    const before = readStored(found[key]);
    const after = update(before);
    const written = writeStored(after);
    if (JSON.stringify(written) !== JSON.stringify(found[key])) await browser.storage.local.set({ [key]: written });
    return after;
  });
}
