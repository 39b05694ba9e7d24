import type { CardKind } from "../pack/schema.ts";
import { normaliseHost } from "./host.ts";
import type { Mute, Settings } from "./settings.ts";
import { matchesPattern } from "./site-pattern.ts";

type Choice = Pick<Settings, "kinds" | "muted">;

/** What a reader wants marked no longer: a card or a whole kind, on one site or on all. */
export interface Muting {
  what: { card: string } | { kind: CardKind };
  /** A host; without it, everywhere. */
  site?: string | undefined;
}

/** Which cards are marked on a page, by the hosts of its frame and of those around it. */
export function createChoice(
  { kinds, muted }: Choice,
  hosts: readonly string[],
): (id: string, kind: CardKind) => boolean {
  const here = muted.filter(({ site }) => site === undefined || hosts.some((host) => matchesPattern(site, host)));
  const cards = new Set(here.flatMap((mute) => ("card" in mute ? [mute.card] : [])));
  const marked = new Set(kinds.filter((kind) => !here.some((mute) => "kind" in mute && mute.kind === kind)));
  return (id, kind) => marked.has(kind) && !cards.has(id);
}

/** What changes in the settings when something is muted, or no longer is. A kind muted everywhere is not in `kinds`. */
export function changeMuting(choice: Choice, { what, site }: Muting, isMuted: boolean): Partial<Choice> {
  const known = site === undefined ? undefined : normaliseHost(site);
  if (site !== undefined && known === undefined) return {};
  if ("kind" in what && known === undefined) {
    const others = choice.kinds.filter((kind) => kind !== what.kind);
    return { kinds: isMuted ? others : [...others, what.kind] };
  }
  const mute = { ...what, ...(known !== undefined && { site: known }) } as Mute;
  const others = choice.muted.filter((other) => !isSame(other, mute));
  return { muted: isMuted ? [...others, mute] : others };
}

/** Whether just this is muted: not, by it, something narrower. */
export function isMuted(choice: Choice, { what, site }: Muting): boolean {
  const known = site === undefined ? undefined : normaliseHost(site);
  if ("kind" in what && known === undefined) return !choice.kinds.includes(what.kind);
  return choice.muted.some((mute) => isSame(mute, { ...what, ...(known !== undefined && { site: known }) } as Mute));
}

/** Whether two mutes are of the same, at the same sites. */
export function isSame(one: Mute, other: Mute): boolean {
  if (one.site !== other.site) return false;
  return "card" in one ? "card" in other && one.card === other.card : "kind" in other && one.kind === other.kind;
}
