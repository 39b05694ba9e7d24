import type { Verdict } from "./verdict.ts";

/**
 * In each stretch of overlapping forms the longest stands; a decoy refuses what it holds, and is itself no mention.
 * `verdicts` are those of the passage numbered `passage`, in order of their start.
 */
export function settle(verdicts: readonly Verdict[], passage: number): Verdict[] {
  const settled = verdicts.slice();
  for (let from = 0, to = 0; from < verdicts.length; from = to) {
    let end = 0;
    for (; to < verdicts.length; to++) {
      const { start, end: its } = (verdicts[to] as Verdict).candidate;
      if (to > from && start >= end) break;
      end = Math.max(end, its);
    }
    settleStretch(settled, from, to, passage);
  }
  return settled;
}

/** Settles those from the `from`th to before the `to`th, which overlap one another and no others. */
function settleStretch(settled: Verdict[], from: number, to: number, passage: number): void {
  const only = settled[from];
  if (!only || (to - from === 1 && !(only.taken && only.candidate.name.decoy))) return;
  const standing: Verdict[] = [];
  const taken = settled.slice(from, to).filter((verdict) => verdict.taken);
  if (taken.length > 1) taken.sort(byLength);
  for (const verdict of taken) {
    const { candidate } = verdict;
    const over = standing.find(
      (other) => candidate.end > other.candidate.start && candidate.start < other.candidate.end,
    );
    if (!over) standing.push(verdict);
    if (!over && !candidate.name.decoy) continue;
    const { start, end, name } = over?.candidate ?? candidate;
    const because = name.decoy ? "decoy" : "inside-another";
    settled[settled.indexOf(verdict, from)] = { candidate, taken: false, because, at: { passage, start, end } };
  }
}

function byLength({ candidate: a }: Verdict, { candidate: b }: Verdict): number {
  return b.end - b.start - (a.end - a.start) || Number(b.name.decoy) - Number(a.name.decoy) || a.start - b.start;
}
