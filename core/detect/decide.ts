/**
 * Weighs a page as a whole: whose names its passages hold, in which language each is written, which full names support
 * or contradict the weak ones, and whether the page belongs to the story.
 */
import type { NamesIndex } from "../names/names-index.ts";
import { type CardEvidence, collectEvidence, fullNamesIn, isOfLanguage, lastBefore } from "./evidence.ts";
import { primaryLanguage, winner } from "./language.ts";
import type { Mention } from "./mention.ts";
import type { Candidate, PassageReading } from "./read-passage.ts";
import type { Verdict } from "./verdict.ts";

/** With `everywhere`, broad places (France) count on every page; topics are always those of the story. */
export interface DecideOptions {
  everywhere: boolean;
}

/**
 * The mentions of each passage, sorted, never overlapping. `passages` are those of one page in document order; offsets
 * are each passage's own.
 */
export function decide(passages: readonly PassageReading[], index: NamesIndex, options: DecideOptions): Mention[][] {
  return weigh(passages, index, options).map((verdicts) => mentionsOf(verdicts, index));
}

/** As `decide`, with the reason for every form found, taken or not; those of a passage in order of their start. */
export function weigh(passages: readonly PassageReading[], index: NamesIndex, options: DecideOptions): Verdict[][] {
  const languages = pageLanguages(passages);
  const languageAt = (passage: number) => languages[passage] ?? "";
  const fullNames = passages.map(({ candidates }, passage) => fullNamesIn(candidates, passage, languageAt(passage)));
  const evidence = collectEvidence(fullNames, index);
  const verdicts = passages.map(({ candidates }, passage) =>
    weighPassage(candidates, passage, languageAt(passage), evidence),
  );
  const ofStory = verdicts.some((all, passage) => tellsStory(all, passage, index));
  return verdicts.map((all, passage) => keepToStory(all, passage, ofStory, index, options));
}

/** The verdicts on one passage's forms in the light of the full names on the page, before overlaps are settled. */
export function weighPassage(
  candidates: readonly Candidate[],
  passage: number,
  language: string,
  evidence: readonly CardEvidence[],
): Verdict[] {
  return candidates.map((candidate): Verdict => {
    if (!isOfLanguage(candidate, language)) return { candidate, taken: false, because: "other-language" };
    return weighAlone(candidate, passage, evidence, candidates);
  });
}

/** Whether one passage's verdicts make the page part of the story. */
export function tellsStory(verdicts: readonly Verdict[], passage: number, index: NamesIndex): boolean {
  // Without the broad ones, which may hold an anchor (NATO membership for Ukraine).
  const narrow = verdicts.filter((verdict) => !isBroad(verdict, index));
  return (
    settle(narrow, passage).some(isAnchor(index)) ||
    verdicts.some((verdict) => isTopic(verdict, index) && hasCue(verdict))
  );
}

/** The last word on one passage's verdicts: broad ones stand or fall with the story, and overlaps are settled. */
export function keepToStory(
  verdicts: readonly Verdict[],
  passage: number,
  ofStory: boolean,
  index: NamesIndex,
  options: DecideOptions,
): Verdict[] {
  const scoped = verdicts.map((verdict): Verdict => {
    if (ofStory || !verdict.taken || !isBroad(verdict, index)) return verdict;
    if (isTopic(verdict, index) ? verdict.candidate.cue : options.everywhere) return verdict;
    return { candidate: verdict.candidate, taken: false, because: "not-of-story" };
  });
  return settle(scoped, passage);
}

/** The forms taken, as mentions. */
export function mentionsOf(verdicts: readonly Verdict[], index: NamesIndex): Mention[] {
  return verdicts
    .filter(({ taken }) => taken)
    .map(({ candidate: { name, start, end } }) => ({ card: index.cards[name.card]?.id ?? "", start, end }));
}

function isBroad({ candidate: { name } }: Verdict, index: NamesIndex): boolean {
  return !name.decoy && index.cards[name.card]?.broad === true;
}

/** A topic is this story's ceasefire, this story's guarantees: elsewhere the same words are another's. */
function isTopic({ candidate: { name } }: Verdict, index: NamesIndex): boolean {
  return index.cards[name.card]?.kind === "topic";
}

/** A taken mention whose card makes a page part of the story (Zelensky, Ukraine, Crimea …). */
function isAnchor(index: NamesIndex): (verdict: Verdict) => boolean {
  return ({ taken, candidate: { name } }) => taken && index.cards[name.card]?.anchor === true;
}

function hasCue({ taken, candidate: { name, cue } }: Verdict): boolean {
  return taken && !name.decoy && !name.weak && cue !== undefined;
}

/** The language each passage is read in: its own words', else its nearest `lang`, else the page's words'. */
export function pageLanguages(passages: readonly PassageReading[]): string[] {
  const total = new Map<string, number>();
  const declared = new Map<string, number>();
  for (const { votes, lang } of passages) {
    for (const [language, count] of votes) total.set(language, (total.get(language) ?? 0) + count);
    declared.set(lang, (declared.get(lang) ?? 0) + 1);
  }
  const page = winner(total, 4);
  const usual = [...declared].sort(([, a], [, b]) => b - a)[0]?.[0];
  return passages.map(({ votes, lang }) => {
    const primary = primaryLanguage(lang);
    const own = winner(votes, 2);
    if (own) return (votes.get(primary) ?? 0) * 2 > (votes.get(own) ?? 0) ? lang : own;
    return primary !== "" && (lang !== usual || !page) ? lang : (page ?? lang);
  });
}

/** A form by itself, in the light of the full names on the page. A decoy counts as taken until all is settled. */
function weighAlone(
  candidate: Candidate,
  passage: number,
  evidence: readonly CardEvidence[],
  beside: readonly Candidate[],
): Verdict {
  const { name, left, start, cue } = candidate;
  if (left) return { candidate, taken: false, because: left };
  if (name.decoy) return { candidate, taken: true, because: "name" };
  const { all = [], own, rival } = evidence[name.card] ?? {};
  const byCue = cue && { candidate, taken: true, because: "cue" as const, at: { passage, ...cue } };
  const byFullName = own && { candidate, taken: true, because: "full-name-on-page" as const, at: own };
  const byRival = rival && { candidate, taken: false, because: "rival" as const, at: rival };
  const byNothing = { candidate, taken: false, because: "no-cue" as const };
  if (name.kind === "surname" && !name.weak) {
    return byRival ? (byFullName ?? byCue ?? byRival) : { candidate, taken: true, because: "name" };
  }
  if (rival && !own && name.case === "exact")
    return { candidate, taken: false, because: "defined-otherwise", at: rival };
  if (!name.weak) return { candidate, taken: true, because: "name" };
  if (name.kind !== "surname" && name.kind !== "given") return byCue ?? byFullName ?? byNothing;
  if (!own) return byRival ?? (name.kind === "surname" ? byCue : undefined) ?? byNothing;
  const last = lastBefore(all, passage, start);
  if (last?.rival) {
    return byCue && cue.distance < 60 ? byCue : { candidate, taken: false, because: "rival", at: last };
  }
  if (name.kind === "given" && !isNearOwnName(candidate, beside)) {
    return { candidate, taken: false, because: "far-from-full-name", at: own };
  }
  return { candidate, taken: true, because: "full-name-on-page", at: last ?? own };
}

/** First names count only close to the surname. */
function isNearOwnName({ name, start }: Candidate, beside: readonly Candidate[]): boolean {
  return beside.some(
    (other) =>
      other.name.card === name.card &&
      other.name.kind !== "given" &&
      !other.left &&
      Math.abs(other.start - start) < 300,
  );
}

/** In each stretch of overlapping forms the longest stands; a decoy refuses what it holds, and is itself no mention. */
function settle(verdicts: readonly Verdict[], passage: number): Verdict[] {
  return overlapping(verdicts).flatMap((stretch) => {
    const standing: Verdict[] = [];
    const settled = new Map<Verdict, Verdict>();
    for (const verdict of stretch.filter(({ taken }) => taken).sort(byLength)) {
      const { candidate } = verdict;
      const over = standing.find(
        (other) => candidate.end > other.candidate.start && candidate.start < other.candidate.end,
      );
      if (!over) standing.push(verdict);
      if (!over && !candidate.name.decoy) continue;
      const { start, end, name } = over?.candidate ?? candidate;
      const because = name.decoy ? "decoy" : "inside-another";
      settled.set(verdict, { candidate, taken: false, because, at: { passage, start, end } });
    }
    return stretch.map((verdict) => settled.get(verdict) ?? verdict);
  });
}

function byLength({ candidate: a }: Verdict, { candidate: b }: Verdict): number {
  return b.end - b.start - (a.end - a.start) || Number(b.name.decoy) - Number(a.name.decoy) || a.start - b.start;
}

/** Parts verdicts, which come in order of their start, into stretches that do not touch each other. */
function overlapping(verdicts: readonly Verdict[]): Verdict[][] {
  const stretches: Verdict[][] = [];
  let end = -1;
  for (const verdict of verdicts) {
    if (verdict.candidate.start >= end) stretches.push([]);
    stretches.at(-1)?.push(verdict);
    end = Math.max(end, verdict.candidate.end);
  }
  return stretches;
}
