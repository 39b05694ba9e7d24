import browser, { type Storage } from "webextension-polyfill";
import { reconcile, type SharedItem } from "#core/settings/reconcile.ts";
import type { SettingKey } from "#core/settings/settings.ts";
import { effectiveSettings, type StoredSettings } from "#core/settings/stored-settings.ts";
import { loadStored, updateStored, watchStored } from "./storage.ts";

/** Under which `storage.local` keeps what could not be shared. */
const troubleKey = "syncTrouble";

/** Why some settings are kept in this browser alone. */
export interface SyncTrouble {
  /** Too long, one by one or together, for the browser's sync. */
  tooLong: readonly SettingKey[];
  /** The browser refused for another reason, as too many changes in a minute, or no sync at all; tried again later. */
  refused?: boolean;
}

/**
 * Keeps the settings the same in all of the reader's browsers, through the browser's own sync, where the reader wishes it.
 * Both sides keep a copy, so that nothing is lost where sync is full, off or away. To be called at each start of the
 * background.
 */
export function followSync(): void {
  let turn: Promise<void> = Promise.resolve();
  const meet = () => {
    // One meeting after the other: each begins with what the one before has left.
    turn = turn.then(share).catch(() => noteRefusal());
  };
  browser.storage.onChanged.addListener((_, area) => {
    if (area === "sync") meet();
  });
  watchStored(meet);
  meet();
}

/** What stands in the way of sharing, if anything. */
export async function loadSyncTrouble(): Promise<SyncTrouble | undefined> {
  return (await browser.storage.local.get(troubleKey))[troubleKey] as SyncTrouble | undefined;
}

/** Calls `listener` whenever that changes, until the signal. */
export function watchSyncTrouble(listener: (trouble: SyncTrouble | undefined) => void, signal: AbortSignal): void {
  const changed = (changes: Record<string, Storage.StorageChange>) => {
    const change = changes[troubleKey];
    if (change) listener(change.newValue as SyncTrouble | undefined);
  };
  browser.storage.local.onChanged.addListener(changed);
  signal.addEventListener("abort", () => browser.storage.local.onChanged.removeListener(changed));
}

async function noteRefusal(): Promise<void> {
  await noteTrouble({ tooLong: (await loadSyncTrouble())?.tooLong ?? [], refused: true });
}

async function share(): Promise<void> {
  const stored = await loadStored();
  if (!effectiveSettings(stored).sync) {
    await noteTrouble(undefined);
    return;
  }
  const shared = await browser.storage.sync.get(null);
  const tooLong = tooLongToShare(stored);
  const unshared = { tooLong, held: (await loadSyncTrouble())?.tooLong ?? [] };
  const met = await updateStored((now) =>
    effectiveSettings(now).sync ? reconcile(now, shared, unshared).stored : now,
  );
  // Ended meanwhile: of that there is another meeting.
  if (!effectiveSettings(met).sync) return;
  const { share: items, apart } = reconcile(met, shared, unshared);
  const kept = [...new Set([...tooLong, ...apart, ...(await tell(items))])];
  await noteTrouble(kept.length > 0 ? { tooLong: kept } : undefined);
}

/** Tells the others, one setting at a time, so that one that does not fit keeps none back. Those that were refused. */
async function tell(items: Partial<Record<SettingKey, SharedItem>>): Promise<SettingKey[]> {
  const refused: SettingKey[] = [];
  for (const [key, item] of Object.entries(items) as [SettingKey, SharedItem][]) {
    try {
      await browser.storage.sync.set({ [key]: item });
    } catch (error) {
      if (!isQuota(error)) throw error;
      refused.push(key);
    }
  }
  return refused;
}

/** The settings that are longer than the browser's sync takes in one piece. */
function tooLongToShare({ values }: StoredSettings): SettingKey[] {
  const most = (browser.storage.sync as { QUOTA_BYTES_PER_ITEM?: number }).QUOTA_BYTES_PER_ITEM ?? 8192;
  const sizeOf = (key: string, value: unknown) =>
    new TextEncoder().encode(key + JSON.stringify({ value, at: 1e13 })).length;
  return Object.entries(values).flatMap(([key, value]) => (sizeOf(key, value) > most ? [key as SettingKey] : []));
}

/** Browsers tell failures of storage apart by their wording alone. */
function isQuota(error: unknown): boolean {
  const reason = error instanceof Error ? error.message : String(error);
  return /quota/i.test(reason) && !/write_operations|per_minute|per_hour/i.test(reason);
}

async function noteTrouble(trouble: SyncTrouble | undefined): Promise<void> {
  const known = await loadSyncTrouble();
  if (JSON.stringify(known) === JSON.stringify(trouble)) return;
  if (trouble) await browser.storage.local.set({ [troubleKey]: trouble });
  else await browser.storage.local.remove(troubleKey);
}
