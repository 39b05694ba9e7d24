import { useEffect, useState } from "preact/hooks";
import type { Settings } from "#core/settings/settings.ts";
import { type CountingRule, ruleFor, switchHost } from "#core/settings/site-rules.ts";
import { changeSettings, watchSettings } from "#platform/storage.ts";

/** The reader's settings as our own pages follow them. */
export interface FollowedSettings {
  settings: Settings;
  /** The rule that counts for a host; without one it is on. */
  ruleOf(host: string | undefined): CountingRule | undefined;
  /** Switches a host on or off, for good. */
  onSwitch(host: string, on: boolean): void;
}

/** Follows the settings, starting from the stored ones, and gives the page the look that they ask for. */
export function useSettings(stored: Settings): FollowedSettings {
  const [settings, setSettings] = useState(stored);

  useEffect(() => {
    const life = new AbortController();
    watchSettings(setSettings, life.signal);
    return () => life.abort();
  }, []);

  useEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset.theme = settings.theme;
    style.fontSize = `${settings.textSize}%`;
  }, [settings.theme, settings.textSize]);

  return {
    settings,
    ruleOf: (host) => (host === undefined ? undefined : ruleFor(settings, host)),
    onSwitch(host, on) {
      const change = (known: Settings) => ({ siteRules: switchHost(known, host, on) });
      setSettings({ ...settings, ...change(settings) });
      changeSettings(change).catch(() => setSettings(settings));
    },
  };
}
