import { settingsVersion } from "./settings.ts";
import { normalisePattern } from "./site-pattern.ts";

type Values = Readonly<Record<string, unknown>>;

/** What makes the values of one version into those of the next; by the version they start from. */
const steps: Readonly<Record<number, (values: Values) => Values>> = {
  /** Sites were hosts where it was off, each with all that belongs to it. */
  1: ({ sitesOff, ...rest }) => {
    if (sitesOff === undefined) return rest;
    const isList = Array.isArray(sitesOff);
    return { ...rest, siteRules: isList ? sitesOff.map((host) => ({ pattern: widen(host), on: false })) : sitesOff };
  },
};

/** Values of any version since the first, as those of today's. What cannot be read stays, for the parser to name. */
export function migrate(values: Values, version: number): Values {
  let current = values;
  // A damaged version may be below all there were, and so far below that counting up from it has no end.
  for (let at = Math.max(1, version); at < settingsVersion; at += 1) current = steps[at]?.(current) ?? current;
  return current;
}

function widen(host: unknown): unknown {
  if (typeof host !== "string") return host;
  return normalisePattern(`*.${host.replace(/^[^/]*:\/\//, "")}`) ?? host;
}
