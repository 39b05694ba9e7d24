/**
 * Weighs a page as a whole: whose names its passages hold, in which language each is written, which full names support
 * or contradict the weak ones, and whether the page belongs to the story.
 */
import type { NamesIndex, WrittenName } from "../names/names-index.ts";
import { primaryLanguage, speaks, winner } from "./language.ts";
import type { Mention } from "./mention.ts";
import type { Candidate, PassageReading } from "./read-passage.ts";

/** With `everywhere`, broad cards count on every page. */
export interface DecideOptions {
  everywhere: boolean;
}

/** A full name, of the subject or of another bearer of the surname, in the order of the page. */
interface Evidence {
  passage: number;
  start: number;
  rival: boolean;
}

/**
 * The mentions of each passage, sorted, never overlapping. `passages` are those of one page in document order; offsets
 * are each passage's own.
 */
export function decide(passages: readonly PassageReading[], index: NamesIndex, options: DecideOptions): Mention[][] {
  const languages = pageLanguages(passages);
  const readings = passages.map(({ candidates }, passage) =>
    candidates.filter(({ name }) => !name.strict || speaks(name.langs, languages[passage] ?? "")),
  );
  const evidence = collectEvidence(readings, index);
  const supported = readings.map((candidates, passage) =>
    candidates.filter((candidate) => candidate.name.decoy || isSupported(candidate, passage, evidence, candidates)),
  );
  const narrow = supported.map((candidates) => settle(candidates, ({ card }) => index.cards[card]?.broad === false));
  if (!options.everywhere && !belongsToStory(narrow, index)) return narrow.map((taken) => taken.map(toMention(index)));
  return supported.map((candidates) => settle(candidates, () => true).map(toMention(index)));
}

function toMention(index: NamesIndex): (candidate: Candidate) => Mention {
  return ({ start, end, name }) => ({ card: index.cards[name.card]?.id ?? "", start, end });
}

/** The language each passage is read in: its own words', else its nearest `lang`, else the page's words'. */
function pageLanguages(passages: readonly PassageReading[]): string[] {
  const total = new Map<string, number>();
  const declared = new Map<string, number>();
  for (const { votes, lang } of passages) {
    for (const [language, count] of votes) total.set(language, (total.get(language) ?? 0) + count);
    declared.set(lang, (declared.get(lang) ?? 0) + 1);
  }
  const page = winner(total, 6);
  const usual = [...declared].sort(([, a], [, b]) => b - a)[0]?.[0];
  return passages.map(({ votes, lang }) => {
    const own = winner(votes, 3);
    if (own) return own;
    const primary = primaryLanguage(lang);
    return primary !== "" && (lang !== usual || !page) ? lang : (page ?? lang);
  });
}

function collectEvidence(readings: readonly (readonly Candidate[])[], index: NamesIndex): Evidence[][] {
  const evidence: Evidence[][] = index.cards.map(() => []);
  readings.forEach((candidates, passage) => {
    for (const { name, left, start } of candidates) {
      const own = name.kind === "full" && !name.decoy && !name.weak && !left;
      const rival = name.rival || (left === "other-person" && name.kind === "surname");
      if (own || rival) evidence[name.card]?.push({ passage, start, rival });
    }
  });
  return evidence;
}

function isSupported(candidate: Candidate, passage: number, evidence: Evidence[][], beside: readonly Candidate[]): boolean {
  const { name, left, start, cue } = candidate;
  if (left) return false;
  const known = evidence[name.card] ?? [];
  const own = known.some(({ rival }) => !rival);
  switch (name.kind) {
    case "surname":
      if (!name.weak) return own || cue !== undefined || known.length === 0;
      return own ? !isRivalStretch(known, passage, start) : cue !== undefined && known.length === 0;
    case "given":
      return own && !isRivalStretch(known, passage, start) && isNearOwnName(candidate, beside);
    default:
      return !name.weak || cue !== undefined || own;
  }
}

/** Whether the last full name before this place, or else the first after it, is another person's. */
function isRivalStretch(known: readonly Evidence[], passage: number, start: number): boolean {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = known[middle] as Evidence;
    if (one.passage < passage || (one.passage === passage && one.start <= start)) low = middle + 1;
    else high = middle;
  }
  return (known[low - 1] ?? known[0])?.rival ?? false;
}

/** First names count only close to the surname. */
function isNearOwnName({ name, start }: Candidate, beside: readonly Candidate[]): boolean {
  return beside.some(
    (other) => other.name.card === name.card && other.name.kind !== "given" && !other.left && Math.abs(other.start - start) < 300,
  );
}

/** In each stretch of overlapping forms the longest first; decoys win over what they hold, and yield nothing. */
function settle(candidates: readonly Candidate[], allowed: (name: WrittenName) => boolean): Candidate[] {
  const usable = candidates.filter(({ name, left }) => !left && (name.decoy || allowed(name)));
  return overlapping(usable).flatMap((stretch) => {
    const taken: Candidate[] = [];
    for (const candidate of stretch.sort(byLength)) {
      if (taken.every(({ start, end }) => candidate.end <= start || candidate.start >= end)) taken.push(candidate);
    }
    return taken.filter(({ name }) => !name.decoy).sort((a, b) => a.start - b.start);
  });
}

function byLength(a: Candidate, b: Candidate): number {
  return b.end - b.start - (a.end - a.start) || Number(b.name.decoy) - Number(a.name.decoy) || a.start - b.start;
}

/** Parts candidates, which come in order of their start, into stretches that do not touch each other. */
function overlapping(candidates: readonly Candidate[]): Candidate[][] {
  const stretches: Candidate[][] = [];
  let end = -1;
  for (const candidate of candidates) {
    if (candidate.start >= end) stretches.push([]);
    stretches.at(-1)?.push(candidate);
    end = Math.max(end, candidate.end);
  }
  return stretches;
}

/** A page belongs to the story when it names an anchor (Zelensky, Ukraine, Crimea …). */
function belongsToStory(narrow: readonly (readonly Candidate[])[], index: NamesIndex): boolean {
  return narrow.some((taken) => taken.some(({ name }) => index.cards[name.card]?.anchor));
}
