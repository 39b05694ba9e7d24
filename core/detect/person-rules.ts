import { fold } from "../names/characters.ts";
import type { NamesIndex, WrittenName } from "../names/names-index.ts";
import { isCyrillic, isOfCapitals, startsUpper } from "./case-rule.ts";
import { isHead, leadsToInstitution } from "./institutions.ts";
import { capitalsAround, isSpace, type Neighbour, startsSentence, wordAfter, wordBefore } from "./neighbours.ts";
import type { Left, Place } from "./place.ts";

/** The rules of what stands beside the name of a person: other persons, companies, things named after them. */
export function leftByPersonRules(place: Place, name: WrittenName, index: NamesIndex): Left | undefined {
  const { text, start, end } = place;
  const { rules } = index;
  const before = wordBefore(text, start);
  const after = wordAfter(text, end);
  if (isPartOfCompany(text, start, end)) return "a-company";
  if (before && isSpace(before.gap) && startsUpper(before.word) && rules.headsBefore.person.has(fold(before.word))) {
    return "longer-name";
  }
  if (name.kind === "surname" || name.kind === "given") {
    if (name.weak && isJoinedToCapital(before, after)) return "other-person";
    if (before && isOtherPerson(before, place, name, index)) return "other-person";
    // "Johnson, 19, their only British member": with the age, somebody is introduced.
    if (name.weak && /^, \d{1,2}[,;]/.test(text.slice(end, end + 6))) return "other-person";
  }
  if (after && isSpace(after.gap) && startsUpper(after.word)) {
    if (isHead(after, "person", text, index)) return "longer-name";
    const capitals = capitalsAround(text, start, end);
    if (name.kind === "given" && capitals !== "all") return "longer-name";
    if (capitals === "sentence" && leadsToInstitution(text, after, "person", index)) return "longer-name";
  }
  const isJunior = (beside: Neighbour | undefined) =>
    beside !== undefined &&
    (/^\.? $/.test(beside.gap) || (beside.gap === ", " && /^jn?r$/i.test(beside.word))) &&
    rules.juniors.has(fold(beside.word));
  if (isJunior(after) || isJunior(before)) return "other-person";
  if (after && /^,? $/.test(after.gap) && /^(?:Sr|II|III|IV)$/.test(after.word)) return "other-person";
  return undefined;
}

/** "Trump & Sons", "Johnson & Johnson", "Smith & Johnson". */
function isPartOfCompany(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 4);
  return (
    (after.includes("&") && /^\s?&\s?\p{Lu}/u.test(after)) || (before.includes("&") && /\p{L}\s?&\s?$/u.test(before))
  );
}

/** A double surname: Johnson-Smith, Bailey-Johnson. */
function isJoinedToCapital(before: Neighbour | undefined, after: Neighbour | undefined): boolean {
  const joined = (beside: Neighbour | undefined) =>
    beside !== undefined && /^[-‐‑]$/.test(beside.gap) && startsUpper(beside.word);
  return joined(before) || joined(after);
}

/** A given name, an initial or an unknown capitalised word before a surname that is not part of the subject's own name. */
function isOtherPerson(before: Neighbour, place: Place, name: WrittenName, index: NamesIndex): boolean {
  if (!startsUpper(before.word)) return false;
  const { rules } = index;
  const word = fold(before.word);
  if (name.weak && /^\.? $/.test(before.gap) && rules.ranks.has(word)) return true;
  if (rules.titles.has(word) || isOwnGivenName(word, name, index)) return false;
  if (/^\. ?$/.test(before.gap) && before.word.length === 1) return !ownInitials(name, index).has(word);
  // With a full stop only an abbreviation (Mrs.): after others a sentence has ended.
  if (/^\.? $/.test(before.gap) && (before.gap === " " || word.length <= 3) && rules.givenNames.has(word)) return true;
  if (!isSpace(before.gap) || before.word.length === 1) return false;
  if (rules.openers.has(word) || startsSentence(place.text, before.start)) return false;
  // In Slavic languages the word may be another's, in another case: "после встречи с Макроном Зеленский …".
  if (isCyrillic(before.word)) return false;
  if (place.nounsHaveCapitals || isOfCapitals(before.word, 2)) return false;
  if (capitalsAround(place.text, place.start, place.end) !== "sentence") return false;
  return index.named(word).length === 0 && !isInPlace(place.text, before, index);
}

/** "In Kyiv Zelensky said": a preposition of place before the capitalised word. */
function isInPlace(text: string, { start }: Neighbour, index: NamesIndex): boolean {
  const preposition = wordBefore(text, start);
  return (
    preposition !== undefined && isSpace(preposition.gap) && index.rules.placePrepositions.has(fold(preposition.word))
  );
}

function isOwnGivenName(word: string, { card }: WrittenName, index: NamesIndex): boolean {
  return index.named(word).some((name) => name.card === card && name.kind === "given");
}

function ownInitials({ card }: WrittenName, index: NamesIndex): Set<string> {
  const title = index.cards[card]?.title ?? "";
  return new Set([
    ...fold(title)
      .split(" ")
      .map((part) => part.charAt(0)),
    "j",
    "в",
    "д",
    "б",
  ]);
}
