import { isUnder, normaliseHost } from "./host.ts";
import type { Settings } from "./settings.ts";

/** The entry of `sitesOff` that switches Context Cards off at `host`, or undefined where it is on. */
export function ruleFor(settings: Pick<Settings, "sitesOff">, host: string): string | undefined {
  const known = normaliseHost(host);
  return known === undefined ? undefined : settings.sitesOff.find((site) => isUnder(known, site));
}

/** Whether the reader switched Context Cards off at `host`, or at a site it belongs to. */
export function isHostOff(settings: Pick<Settings, "sitesOff">, host: string): boolean {
  return ruleFor(settings, host) !== undefined;
}

/** `sitesOff` after the reader's switch at `host`: on again drops every entry that covers it. Not a host: unchanged. */
export function switchHost(settings: Pick<Settings, "sitesOff">, host: string, on: boolean): readonly string[] {
  const known = normaliseHost(host);
  if (known === undefined || on === !isHostOff(settings, known)) return settings.sitesOff;
  return on ? settings.sitesOff.filter((site) => !isUnder(known, site)) : [...settings.sitesOff, known];
}
