import { fold } from "../names/characters.ts";
import type { NamesIndex, WrittenName } from "../names/names-index.ts";
import { meetsCaseRule } from "./case-rule.ts";
import { leftBecauseOf } from "./context.ts";
import { findNames } from "./find-names.ts";
import { type LanguageVotes, languageVotes, primaryLanguage, winner } from "./language.ts";
import { type Nearby, nearestWord } from "./nearby.ts";
import { isSpace, wordBefore } from "./neighbours.ts";
import type { Left } from "./place.ts";

/** A written form found in a passage, with what its surroundings say; the page as a whole has yet to decide. */
export interface Candidate {
  start: number;
  end: number;
  name: WrittenName;
  left?: Left;
  /** The language of the words right around a strict name, where they tell: pages quote in other languages. */
  language?: string;
  /** An office stands right before the surname: as good as a full name. */
  titled?: boolean;
  /** Where the other person's name begins that the form is the end of. */
  otherFrom?: number;
  /** A cue word close by, for weak names, surnames that others bear, and topics that other stories have. */
  cue?: Nearby;
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
  const languages = new Set(names.flatMap(({ langs }) => langs.map(primaryLanguage)));
  if (languages.size > 3 || names.some(({ strict, decoy }) => strict || decoy)) return;
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
  const found: { start: number; end: number; folded: string }[] = [];
  findNames(text, index, (start, end, folded) => found.push({ start, end, folded }));
  const first = found[0];
  if (!first) return { candidates: nothing, lang, votes: noVotes };
  found.sort((a, b) => a.start - b.start);
  const votes = languageVotes(text, first.start, passageWindow, index);
  for (const folded of new Set(found.map((one) => one.folded))) voteByName(index.named(folded), votes);
  const nounsHaveCapitals = /^(?:de|lb)$/.test(winner(votes, 2) ?? primaryLanguage(lang));
  const candidates = found.flatMap(({ start, end, folded }) => {
    const written = text.slice(start, end);
    const handle = /[#@＃＠]/.test(text.charAt(start - 1));
    return index.named(folded).flatMap((name): Candidate[] => {
      if (!meetsCaseRule(written, name.text, name.case, handle)) {
        return explaining ? [{ start, end, name, left: "case" }] : [];
      }
      const left = leftBecauseOf({ text, start, end, nounsHaveCapitals }, name, index);
      const { kind, broad } = index.cards[name.card] ?? {};
      const needsCue = !name.decoy && (name.weak || name.kind === "surname" || (kind === "topic" && broad));
      const cue = needsCue ? nearestWord(text, start, end, index.cuesOf(name.card), cueReach) : undefined;
      const language = name.strict ? winner(languageVotes(text, start, sentenceWindow, index), 2) : undefined;
      const other = left === "other-person" ? wordBefore(text, start) : undefined;
      return [
        {
          start,
          end,
          name,
          ...(left && { left }),
          ...(language && { language }),
          ...(name.kind === "surname" && !left && isTitled(text, start, index) && { titled: true }),
          ...(other && { otherFrom: other.start }),
          ...(cue && { cue }),
        },
      ];
    });
  });
  return { candidates, lang, votes };
}
