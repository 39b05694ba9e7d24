import { normaliseHost } from "./host.ts";
import type { Settings, SiteRule } from "./settings.ts";
import { matchesPattern, narrownessOf } from "./site-pattern.ts";

type Rules = Pick<Settings, "siteRules" | "organisationSites">;

/** The rule that counts at a host, and whose it is. */
export interface CountingRule extends SiteRule {
  by: "reader" | "organisation";
}

/** The narrowest rule for `host` ("" for a file's), the organisation's before the reader's; undefined where none is. */
export function ruleFor({ siteRules, organisationSites }: Rules, host: string): CountingRule | undefined {
  const theirs = narrowest(organisationSites, host);
  if (theirs) return { ...theirs, by: "organisation" };
  const own = narrowest(siteRules, host);
  return own && { ...own, by: "reader" };
}

/** Whether a rule switches Context Cards off at `host`. */
export function isHostOff(settings: Rules, host: string): boolean {
  return ruleFor(settings, host)?.on === false;
}

/**
 * `siteRules` after the reader's switch at `host`: its own rule goes where the others say as much without it, else says
 * what is wanted. Other hosts stay as they are. Not a host: unchanged.
 */
export function switchHost(settings: Rules, host: string, on: boolean): readonly SiteRule[] {
  const known = normaliseHost(host);
  if (known === undefined) return settings.siteRules;
  const others = settings.siteRules.filter(({ pattern }) => pattern !== known);
  const isOnWithout = narrowest(others, known)?.on ?? true;
  return isOnWithout === on ? others : [...others, { pattern: known, on }];
}

function narrowest(rules: readonly SiteRule[], host: string): SiteRule | undefined {
  const known = normaliseHost(host) ?? "";
  let best: SiteRule | undefined;
  for (const rule of rules) {
    if (!matchesPattern(rule.pattern, known)) continue;
    if (!best || narrownessOf(rule.pattern) > narrownessOf(best.pattern)) best = rule;
  }
  return best;
}
