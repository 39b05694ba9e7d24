import browser, { type Storage } from "webextension-polyfill";
import { parseSettings } from "#core/settings/parse-settings.ts";
import type { Settings } from "#core/settings/settings.ts";
import { isOrphaned } from "./orphan.ts";

const key = "settings";

/** The reader's settings; defaults for what was never set or cannot be read. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(key);
  return parseSettings(stored[key]).settings;
}

/** Stores the settings; open tabs and our own pages learn of them at once. */
export async function saveSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [key]: settings });
}

/** Calls `listener` with the settings whenever they change, wherever that happens, until the signal. */
export function watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const changed = (changes: Record<string, Storage.StorageChange>) => {
    const change = changes[key];
    if (change) listener(parseSettings(change.newValue).settings);
  };
  browser.storage.local.onChanged.addListener(changed);
  signal.addEventListener("abort", () => {
    // An orphan has nothing left to stop listening to.
    if (!isOrphaned()) browser.storage.local.onChanged.removeListener(changed);
  });
}
