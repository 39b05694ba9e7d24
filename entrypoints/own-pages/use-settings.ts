import { useEffect, useState } from "preact/hooks";
import type { Pause, Settings } from "#core/settings/settings.ts";
import { type CountingRule, ruleFor, switchHost } from "#core/settings/site-rules.ts";
import { changeSettings, watchSettings } from "#platform/storage.ts";
import { setLook } from "./set-look.ts";

/** The reader's settings as our own pages follow them. */
export interface FollowedSettings {
  settings: Settings;
  /** The rule that counts for a host; without one it is on. */
  ruleOf(host: string | undefined): CountingRule | undefined;
  /** Switches a host on or off, for good. */
  onSwitch(host: string, on: boolean): void;
  onPause(pause: Pause): void;
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
    setLook(settings);
  }, [settings]);

  const changeWith = (change: (known: Settings) => Partial<Settings>) => {
    setSettings({ ...settings, ...change(settings) });
    changeSettings(change).catch(() => setSettings(settings));
  };

  return {
    settings,
    ruleOf: (host) => (host === undefined ? undefined : ruleFor(settings, host)),
    onSwitch: (host, on) => changeWith((known) => ({ siteRules: switchHost(known, host, on) })),
    onPause: (paused) => changeWith(() => ({ paused })),
  };
}
