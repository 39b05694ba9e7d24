import { fold } from "../names/characters.ts";
import type { NamesIndex, SpelledNames, WrittenName } from "../names/names-index.ts";
import { meetsCaseRule } from "./case-rule.ts";
import { leftBecauseOf } from "./context.ts";
import { findNames, isHandle } from "./find-names.ts";
import { type LanguageVotes, languageVotes, primaryLanguage, winner } from "./language.ts";
import { createSurroundings, type Nearby } from "./nearby.ts";
import { isSpace, wordBefore } from "./neighbours.ts";
import type { Left, Place } from "./place.ts";

/** A written form found in a passage, with what its surroundings say; the page as a whole has yet to decide. */
export interface Candidate {
  start: number;
  end: number;
  name: WrittenName;
  left: Left | undefined;
  /** The language of the words right around a strict name, where they tell: pages quote in other languages. */
  language: string | undefined;
  /** An office stands right before the surname: as good as a full name. */
  titled: boolean;
  /** Where the other person's name begins that the form is the end of. */
  otherFrom: number | undefined;
  /** A cue word close by, for weak names, surnames that others bear, and topics that other stories have. */
  cue: Nearby | undefined;
}

/** What one passage gives: keep it as long as its text stands. Without candidates it can be forgotten. */
export interface PassageReading {
  readonly candidates: readonly Candidate[];
  /** The language declared by the nearest `lang`, or "". */
  readonly lang: string;
  readonly votes: LanguageVotes;
}

const nothing: readonly Candidate[] = [];
/** "President Trump". */
function isTitled(text: string, start: number, { rules }: NamesIndex): boolean {
  const before = wordBefore(text, start);
  return before !== undefined && isSpace(before.gap) && rules.offices.has(fold(before.word));
}

/** Names tell their language, too: Ucrania is Spanish. Those of many languages, and strict ones, say nothing. */
function voteByName(names: readonly WrittenName[], votes: Map<string, number>): void {
  for (const { strict, decoy } of names) if (strict || decoy) return;
  const languages = new Set<string>();
  for (const { langs } of names) for (const lang of langs) languages.add(primaryLanguage(lang));
  if (languages.size > 3) return;
  for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.size);
}

const noVotes: LanguageVotes = new Map();
const passageWindow = 600;
const sentenceWindow = 160;
const cueReach = { before: 200, after: 200 };

/**
 * Finds the names in one passage (text that reads as one: a block's) and weighs what stands beside each.
 * `lang` is a BCP 47 tag or "". With `explaining`, forms whose capitals are wrong are kept, too, to be told of.
 */
export function readPassage(text: string, lang: string, index: NamesIndex, explaining = false): PassageReading {
  const found: Found[] = [];
  const note = (start: number, end: number, spelled: SpelledNames) => {
    const fitting = namesInCase(text, start, end, spelled.names);
    if (fitting.length > 0 || explaining) found.push({ start, end, spelled, fitting });
  };
  findNames(text, index, note, explaining);
  const first = found.find(({ fitting }) => fitting.length > 0) ?? found[0];
  if (!first) return { candidates: nothing, lang, votes: noVotes };
  found.sort((a, b) => a.start - b.start);
  const votes = languageVotes(text, first.start, passageWindow, index);
  const spellings = new Map<string, readonly WrittenName[]>();
  for (const { spelled, fitting } of found) if (fitting.length > 0) spellings.set(spelled.folded, spelled.names);
  for (const names of spellings.values()) voteByName(names, votes);
  const nounsHaveCapitals = /^(?:de|lb)$/.test(winner(votes, 2) ?? primaryLanguage(lang));
  const around = createSurroundings(text, index.landmarks);
  const candidates: Candidate[] = [];
  for (const { start, end, spelled, fitting } of found) {
    const place = { text, start, end, nounsHaveCapitals, around };
    for (const name of explaining ? spelled.names : fitting) {
      const isFitting = fitting.includes(name);
      candidates.push(isFitting ? weighPlace(place, name, index) : { ...unweighed, start, end, name, left: "case" });
    }
  }
  return { candidates, lang, votes };
}

/** A form, and those of its names whose case rule it meets. */
interface Found {
  start: number;
  end: number;
  spelled: SpelledNames;
  fitting: readonly WrittenName[];
}

function namesInCase(text: string, start: number, end: number, names: readonly WrittenName[]): readonly WrittenName[] {
  const written = text.slice(start, end);
  const handle = isHandle(text, start);
  const isInCase = ({ text, case: rule }: WrittenName) => meetsCaseRule(written, text, rule, handle);
  return names.every(isInCase) ? names : names.filter(isInCase);
}

const unweighed = { language: undefined, titled: false, otherFrom: undefined, cue: undefined };

/** What stands beside a form and around it, as far as its name's rules ask for it. */
function weighPlace(place: Place, name: WrittenName, index: NamesIndex): Candidate {
  const { text, start, end, around } = place;
  const left = leftBecauseOf(place, name, index);
  const { kind, broad } = index.cards[name.card] ?? {};
  const needsCue = !name.decoy && (name.weak || name.kind === "surname" || (kind === "topic" && broad));
  return {
    start,
    end,
    name,
    left,
    language: name.strict ? winner(languageVotes(text, start, sentenceWindow, index), 2) : undefined,
    titled: name.kind === "surname" && !left && isTitled(text, start, index),
    otherFrom: left === "other-person" ? wordBefore(text, start)?.start : undefined,
    cue: needsCue ? around.nearest(name.card, start, end, cueReach) : undefined,
  };
}
