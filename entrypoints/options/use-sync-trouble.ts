import { useEffect, useState } from "preact/hooks";
import { loadSyncTrouble, type SyncTrouble, watchSyncTrouble } from "#platform/sync.ts";

/** What stands in the way of the browser's sync, as it comes and goes. */
export function useSyncTrouble(): SyncTrouble | undefined {
  const [trouble, setTrouble] = useState<SyncTrouble>();
  useEffect(() => {
    const life = new AbortController();
    watchSyncTrouble(setTrouble, life.signal);
    void loadSyncTrouble().then(setTrouble);
    return () => life.abort();
  }, []);
  return trouble;
}
