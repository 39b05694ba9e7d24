import type { Digest, DigestEntry } from "../messages.ts";

/** A frame of a page, by the number that it is asked by. */
export interface DigestOfFrame {
  readonly id: number;
  readonly digest: Digest;
}

/** What a page holds of one card, with all its frames. */
export interface JoinedEntry extends DigestEntry {
  /** Where its mentions are, in the page's order. */
  readonly places: readonly { readonly frame: number; readonly count: number }[];
}

/** What a page holds, its frames included. */
export interface JoinedDigest extends Omit<Digest, "path" | "entries"> {
  readonly entries: readonly JoinedEntry[];
}

/**
 * Joins what the frames of a page hold, given in the page's order. The state and the host are the page's own, even where a
 * frame is off; undefined where the page itself does not answer.
 */
export function joinDigests(frames: readonly DigestOfFrame[]): JoinedDigest | undefined {
  const page = frames.find(({ digest }) => digest.path.length === 0)?.digest;
  if (!page) return undefined;
  const { state, offBy, host } = page;
  const entries = new Map<string, JoinedEntry>();
  for (const { id, digest } of state === "off" ? [] : frames) {
    for (const entry of digest.entries) {
      const known = entries.get(entry.card);
      const places = [...(known?.places ?? []), { frame: id, count: entry.count }];
      entries.set(entry.card, { ...(known ?? entry), count: (known?.count ?? 0) + entry.count, places });
    }
  }
  return { state, host, ...(offBy && { offBy }), entries: [...entries.values()] };
}

/** Which frame holds the `index`th mention of all (0-based, wrapping), and which it is there; undefined where there is none. */
export function placeOfMention(
  { places, count }: Pick<JoinedEntry, "places" | "count">,
  index: number,
): { frame: number; index: number } | undefined {
  let left = count > 0 ? index % count : 0;
  for (const place of places) {
    if (left < place.count) return { frame: place.frame, index: left };
    left -= place.count;
  }
  return undefined;
}
