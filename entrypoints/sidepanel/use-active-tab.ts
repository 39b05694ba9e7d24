import { useEffect, useState } from "preact/hooks";
import { type OpenTab, watchActiveTab } from "#platform/tabs.ts";

/** The tab beside this panel, whichever the reader goes to; `"unknown"` until the browser has said. */
export function useActiveTab(): OpenTab | undefined | "unknown" {
  const [tab, setTab] = useState<OpenTab | undefined | "unknown">("unknown");
  useEffect(() => {
    const life = new AbortController();
    watchActiveTab(setTab, life.signal);
    return () => life.abort();
  }, []);
  return tab;
}
