import { useCallback, useEffect, useState } from "preact/hooks";
import type { Settings } from "#core/settings/settings.ts";
import { changeStored, effectiveSettings, lockedKeys, type StoredSettings } from "#core/settings/stored-settings.ts";
import { changeSettings, watchStored } from "#platform/storage.ts";

/** The settings as the options page shows and changes them. */
export interface EditedSettings {
  settings: Settings;
  /** The reader’s own, under what a policy sets. */
  own: Settings;
  locked: ReturnType<typeof lockedKeys>;
  /** The browser did not store the last change. */
  failed: boolean;
  /** Shown at once, and stored. */
  change(changes: Partial<Settings>): void;
}

/** Follows what is stored, whoever changes it. */
export function useStoredSettings(first: StoredSettings): EditedSettings {
  const [stored, setStored] = useState(first);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const life = new AbortController();
    watchStored(setStored, life.signal);
    return () => life.abort();
  }, []);

  const change = useCallback((changes: Partial<Settings>) => {
    setStored((known) => changeStored(known, changes, Date.now()));
    changeSettings(changes).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  }, []);

  const own = effectiveSettings({ ...stored, organisation: {} });
  return { own, settings: effectiveSettings(stored), locked: lockedKeys(stored), failed, change };
}
