/**
 * Weighs a page as a whole: whose names its passages hold, in which language each is written, which full names support
 * or contradict the weak ones, and whether the page belongs to the story.
 */
import type { NamesIndex } from "../names/names-index.ts";
import {
  addEvidence,
  type CardEvidence,
  createEvidence,
  type Evidence,
  fullNamesIn,
  isOfLanguage,
  lastBefore,
} from "./evidence.ts";
import type { Mention } from "./mention.ts";
import { settle } from "./overlaps.ts";
import { createPageLanguage, ownLanguage } from "./page-language.ts";
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
  const page = createPageLanguage();
  for (const passage of passages) page.add(passage);
  const languages = passages.map((passage) => page.of(passage.lang, ownLanguage(passage)));
  const languageAt = (passage: number) => languages[passage] ?? "";
  const evidence = createEvidence(index);
  for (const [passage, { candidates }] of passages.entries())
    addEvidence(fullNamesIn(candidates, passage, languageAt(passage)), evidence);
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
  return verdicts.some((verdict) => isTopic(verdict, index) && hasCue(verdict)) || hasAnchor(verdicts, passage, index);
}

function hasAnchor(verdicts: readonly Verdict[], passage: number, index: NamesIndex): boolean {
  const isNarrow = (verdict: Verdict) => !isBroad(verdict, index);
  if (!verdicts.some((verdict) => isAnchor(verdict, index) && isNarrow(verdict))) return false;
  // Without the broad ones, which may hold an anchor (NATO membership for Ukraine).
  return settle(verdicts.filter(isNarrow), passage).some((verdict) => isAnchor(verdict, index));
}

/** The last word on one passage's verdicts: broad ones stand or fall with the story, and overlaps are settled. */
export function keepToStory(
  verdicts: readonly Verdict[],
  passage: number,
  ofStory: boolean,
  index: NamesIndex,
  options: DecideOptions,
): Verdict[] {
  if (ofStory) return settle(verdicts, passage);
  const scoped = verdicts.map((verdict): Verdict => {
    if (!verdict.taken || !isBroad(verdict, index)) return verdict;
    if (isTopic(verdict, index) ? verdict.candidate.cue : options.everywhere) return verdict;
    return { candidate: verdict.candidate, taken: false, because: "not-of-story" };
  });
  return settle(scoped, passage);
}

/** The forms taken, as mentions. */
export function mentionsOf(verdicts: readonly Verdict[], index: NamesIndex): Mention[] {
  const mentions: Mention[] = [];
  for (const { taken, candidate } of verdicts) {
    const { name, start, end } = candidate;
    if (taken) mentions.push({ card: index.cards[name.card]?.id ?? "", start, end });
  }
  return mentions;
}

function isBroad({ candidate: { name } }: Verdict, index: NamesIndex): boolean {
  return !name.decoy && index.cards[name.card]?.broad === true;
}

/** A topic is this story's ceasefire, this story's guarantees: elsewhere the same words are another's. */
function isTopic({ candidate: { name } }: Verdict, index: NamesIndex): boolean {
  return index.cards[name.card]?.kind === "topic";
}

/** A taken mention whose card makes a page part of the story (Zelensky, Ukraine, Crimea …). */
function isAnchor({ taken, candidate: { name } }: Verdict, index: NamesIndex): boolean {
  return taken && index.cards[name.card]?.anchor === true;
}

function hasCue({ taken, candidate: { name, cue } }: Verdict): boolean {
  return taken && !name.decoy && !name.weak && cue !== undefined;
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
  if (name.decoy) return byName(candidate);
  const { all = [], own, rival } = evidence[name.card] ?? {};
  if (name.kind === "surname" && !name.weak) {
    if (!rival) return byName(candidate);
    return own ? byFullName(candidate, own) : (byCue(candidate, passage) ?? byRival(candidate, rival));
  }
  if (rival && !own && name.case === "exact")
    return { candidate, taken: false, because: "defined-otherwise", at: rival };
  if (!name.weak) return byName(candidate);
  if (name.kind !== "surname" && name.kind !== "given")
    return byCue(candidate, passage) ?? (own ? byFullName(candidate, own) : byNothing(candidate));
  if (!own) {
    if (rival) return byRival(candidate, rival);
    return (name.kind === "surname" ? byCue(candidate, passage) : undefined) ?? byNothing(candidate);
  }
  const last = lastBefore(all, passage, start);
  if (last?.rival)
    return (cue && cue.distance < 60 ? byCue(candidate, passage) : undefined) ?? byRival(candidate, last);
  if (name.kind === "given" && !isNearOwnName(candidate, beside))
    return { candidate, taken: false, because: "far-from-full-name", at: own };
  return byFullName(candidate, last ?? own);
}

function byName(candidate: Candidate): Verdict {
  return { candidate, taken: true, because: "name" };
}

function byFullName(candidate: Candidate, at: Evidence): Verdict {
  return { candidate, taken: true, because: "full-name-on-page", at };
}

function byCue(candidate: Candidate, passage: number): Verdict | undefined {
  const { cue } = candidate;
  return cue && { candidate, taken: true, because: "cue", at: { passage, ...cue } };
}

function byRival(candidate: Candidate, at: Evidence): Verdict {
  return { candidate, taken: false, because: "rival", at };
}

function byNothing(candidate: Candidate): Verdict {
  return { candidate, taken: false, because: "no-cue" };
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
