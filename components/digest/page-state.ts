import type { Absence } from "#core/digest/absence.ts";
import type { JoinedDigest, JoinedEntry } from "#core/digest/join-digests.ts";

/** What can be said of the page in the tab. `absent`: no script of ours answers there. */
export type PageState =
  | { state: "ready"; entries: readonly JoinedEntry[] }
  | { state: "reading" | "offBySite" | "offByPage" | "paused" }
  | { state: "absent"; absence: Absence };

const offStates = { page: "offByPage", pause: "paused", site: "offBySite" } as const;

/** A page's own answer as the digest shows it; where none came, the reason for that. */
export function pageStateOf(digest: JoinedDigest | undefined, absence: Absence): PageState {
  if (!digest) return { state: "absent", absence };
  if (digest.offBy === "pdf") return { state: "absent", absence: "pdf" };
  if (digest.state === "off") return { state: offStates[digest.offBy ?? "site"] };
  // What a page already holds is worth showing before the last of it is read.
  if (digest.state === "reading" && digest.entries.length === 0) return { state: "reading" };
  return { state: "ready", entries: digest.entries };
}
