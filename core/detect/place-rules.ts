import { fold } from "../names/characters.ts";
import type { NamesIndex } from "../names/names-index.ts";
import { isCyrillic, isOfCapitals, startsUpper } from "./case-rule.ts";
import { isHead, leadsToInstitution } from "./institutions.ts";
import { capitalsAround, isSpace, type Neighbour, startsSentence, wordAfter, wordBefore } from "./neighbours.ts";
import type { Left, Place } from "./place.ts";

/** The rules of what stands beside the name of a place or an organisation: the longer names that they are part of. */
export function leftByPlaceRules(place: Place, kind: "place" | "organisation", index: NamesIndex): Left | undefined {
  return beforeRules(place, kind === "place" ? "place" : "any", index) ?? afterRules(place, kind, index);
}

function beforeRules(place: Place, kind: "any" | "place", index: NamesIndex): Left | undefined {
  const { text, start } = place;
  const { rules } = index;
  const before = wordBefore(text, start);
  if (!before) return undefined;
  if (kind === "place" && isQuotedName(before, place)) return "longer-name";
  const word = fold(before.word);
  if (isSpace(before.gap) && rules.of.has(word)) return isNamedOf(text, before, index) ? "longer-name" : undefined;
  if (kind === "place" && isSpace(before.gap) && isNamedInGenitive(text, before, index)) return "longer-name";
  if (kind === "place" && isSpace(before.gap) && rules.streetsBefore.has(word)) return "longer-name";
  if (!startsUpper(before.word)) return undefined;
  const joined = isSpace(before.gap) || /^[-‐‑]$/.test(before.gap);
  if (joined && (rules.headsBefore.any.has(word) || rules.headsBefore[kind].has(word))) return "longer-name";
  if (kind !== "place" || !isSpace(before.gap)) return undefined;
  if (rules.givenNames.has(word)) return "other-person";
  if (rules.openers.has(word) || rules.titles.has(word) || startsSentence(text, before.start)) return undefined;
  if (place.nounsHaveCapitals || isOfCapitals(before.word, 2) || index.named(word).length > 0) return undefined;
  return capitalsAround(text, place.start, place.end) === "sentence" ? "longer-name" : undefined;
}

/** The hotel «Россия», the bank “Ukraine”: quoted by itself, a place's name is the name of something else. */
function isQuotedName({ gap }: Neighbour, { text, end }: Place): boolean {
  return /^ [«„“"]$/.test(gap) && /^[»“”"]/.test(text.slice(end, end + 1));
}

/** "Вооружённые силы России", "Кабінет міністрів України": in Cyrillic the genitive needs no word for "of". */
function isNamedInGenitive(text: string, before: Neighbour, { rules }: NamesIndex): boolean {
  if (before.word.length < 4 || !isCyrillic(before.word)) return false;
  const head = wordBefore(text, before.start);
  return head !== undefined && isSpace(head.gap) && startsUpper(head.word) && rules.headsOf.has(fold(head.word));
}

/** "Bank of Russia", "Universität der Ukraine": a capitalised institution before "of" (and an article). */
function isNamedOf(text: string, of: Neighbour, index: NamesIndex): boolean {
  let head = wordBefore(text, of.start);
  if (head && isSpace(head.gap) && index.rules.of.has(fold(head.word))) head = wordBefore(text, head.start);
  if (!head || !isSpace(head.gap) || !startsUpper(head.word)) return false;
  const word = fold(head.word);
  return index.rules.headsOf.has(word) || index.rules.givenNames.has(word) || /^[IVX]{2,}$/.test(head.word);
}

function afterRules(place: Place, kind: "place" | "organisation", index: NamesIndex): Left | undefined {
  const { text, end } = place;
  const after = wordAfter(text, end);
  if (!after || !startsUpper(after.word)) return undefined;
  if (!isSpace(after.gap) && !/^[-‐‑]$/.test(after.gap)) return undefined;
  if (isHead(after, kind, text, index)) return "longer-name";
  const isRun = isSpace(after.gap) && capitalsAround(text, place.start, end) === "sentence";
  return isRun && leadsToInstitution(text, after, kind, index) ? "longer-name" : undefined;
}
