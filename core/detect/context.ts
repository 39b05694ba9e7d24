/**
 * What stands beside a name and makes it something else: the general rules, whose words are data
 * (`data/context-rules.json`). Each rule answers why the mention is left, or undefined.
 */
import { classOf, fold, LETTER, SINGLE } from "../names/characters.ts";
import type { NamesIndex, WrittenName } from "../names/names-index.ts";
import { isAllCapitals, startsUpper } from "./case-rule.ts";
import { isHangul } from "./find-names.ts";
import { nearestWord, sentenceReach } from "./nearby.ts";
import { capitalsAround, isSpace, type Neighbour, startsSentence, wordAfter, wordBefore } from "./neighbours.ts";

/** Why a written form is not a mention of its card. */
export type Left =
  | "inside-a-word"
  | "address"
  | "a-people"
  | "longer-name"
  | "other-person"
  | "needs-case"
  | "a-company"
  | "defined-otherwise"
  | "other-story"
  | "case";

/** A written form in its place. */
export interface Place {
  text: string;
  start: number;
  end: number;
  /** Languages whose nouns all have capitals make capitals say nothing. */
  nounsHaveCapitals: boolean;
}

/** The first rule by which the form is left, or undefined. Decoys are only held to stand as words. */
export function leftBecauseOf(place: Place, name: WrittenName, index: NamesIndex): Left | undefined {
  if (isInsideWord(place)) return "inside-a-word";
  if (isAddress(place) || isCode(place)) return "address";
  if (name.decoy) return undefined;
  const kind = index.cards[name.card]?.kind;
  if (kind === "topic") return isOfOtherStory(place, name, index) ? "other-story" : undefined;
  if (isPeople(place, index)) return "a-people";
  if (isShoutedWord(place, name, index)) return "needs-case";
  if (kind === "person") return personRules(place, name, index);
  if (isDefinedOtherwise(place, name, index)) return "defined-otherwise";
  return (
    beforeRules(place, kind === "place" ? "place" : "any", index) ??
    afterRules(place, kind === "place" ? "place" : "organisation", index)
  );
}

/** Korean names need a left edge; dotted abbreviations must not go on (U.S. in U.S.S.R.). */
function isInsideWord({ text, start, end }: Place): boolean {
  if (isHangul(text.charCodeAt(start)) && start > 0 && isHangul(text.charCodeAt(start - 1))) return true;
  const written = text.slice(start, end);
  if (!written.includes(".")) return false;
  if (/\p{L}\.$/u.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (written.endsWith(".")) return classOf(text.charCodeAt(end)) === LETTER;
  return text.charAt(end) === "." && !/\s/.test(written);
}

const addressMark =
  /:\/\/|^www\.|^\S+@\S+\.|\.(?:com|org|net|int|gov|mil|edu|info|eu|ua|ru|uk|us|fr|de|pl|it|es|tv|news|html?|php|pdf|jpe?g|png|webp|svg|mp4)(?:[/:?#)\]]|$)/i;

/** Part of a web or e-mail address or a file's name. */
function isAddress({ text, start, end }: Place): boolean {
  const next = text.charAt(end);
  const previous = text.charAt(start - 1);
  if (!/[.@/_=&?:\\-]/.test(next + previous)) return false;
  const head = /\S*$/.exec(text.slice(Math.max(0, start - 80), start))?.[0] ?? "";
  const tail = /^\S*/.exec(text.slice(end, end + 80))?.[0] ?? "";
  return addressMark.test((head + text.slice(start, end) + tail).replace(/[.,;:!?]+$/, ""));
}

/** Part of a locale (en-US, fr_FR) or of a road's number (US 101, US-395). */
function isCode({ text, start, end }: Place): boolean {
  if (/(?:^|[^\p{L}\p{N}])[a-z]{2}[-_]$/u.test(text.slice(Math.max(0, start - 4), start))) return true;
  if (!/^U\.?S\.?$/.test(text.slice(start, end))) return false;
  if (/^-\d{1,3}(?![\d\p{L}-])/u.test(text.slice(end, end + 6))) return true;
  return (
    /(?:^|\s)(?:on|along|off|via|onto|take|Highway|Hwy|Route|Interstate)\s$/i.test(
      text.slice(Math.max(0, start - 12), start),
    ) && /^ \d{1,3}(?![\d\p{L}%-]|[.,]\d)/u.test(text.slice(end, end + 7))
  );
}

/** A topic, in a sentence that names another story nearer than anything of this one (the Gaza ceasefire). */
function isOfOtherStory({ text, start, end }: Place, { card }: WrittenName, index: NamesIndex): boolean {
  const reach = sentenceReach(text, start, end, 150);
  const other = nearestWord(text, start, end, index.otherStories, reach);
  if (!other) return false;
  const own = nearestWord(text, start, end, index.cues[card] ?? [], reach);
  return !own || other.distance < own.distance;
}

/** A people or a language, in scripts that write them as name and suffix. */
function isPeople({ text, end }: Place, { rules }: NamesIndex): boolean {
  if (classOf(text.charCodeAt(end)) !== SINGLE) return false;
  return rules.peopleAfter.has(text.slice(end, end + 1)) || rules.peopleAfter.has(text.slice(end, end + 2));
}

/** In a line all in capitals, US is the pronoun unless something beside it says otherwise. */
function isShoutedWord({ text, start, end }: Place, { text: name }: WrittenName, { rules }: NamesIndex): boolean {
  if (name !== "US") return false;
  const before = wordBefore(text, start);
  const after = wordAfter(text, end);
  if (after && isSpace(after.gap) && rules.titles.has(fold(after.word))) return false;
  const shouted = [before, after].every((beside) => !beside || isAllCapitals(beside.word));
  if (!shouted && capitalsAround(text, start, end) !== "all") return false;
  return !(
    before === undefined ||
    /\n|[.:;,–—-]/.test(before.gap) ||
    /^(?:THE|BY|FROM|IN|SAYS|VS|V)$/.test(before.word)
  );
}

/** "National Association of Theatre Owners (NATO)", or the other way round: the page's own meaning of an acronym. */
function isDefinedOtherwise(
  { text, start, end }: Place,
  { text: acronym, card }: WrittenName,
  index: NamesIndex,
): boolean {
  if (!/^\p{Lu}{3,6}$/u.test(acronym)) return false;
  const before = text.charAt(start - 1) === "(" ? text.slice(Math.max(0, start - 90), start - 1) : "";
  const after = /^ \(([^)]{1,90})\)/.exec(text.slice(end, end + 95))?.[1] ?? "";
  const words: string[] = (before || after).match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  const capitals = words.filter(startsUpper);
  const chosen = before ? capitals.slice(-acronym.length) : capitals;
  if (chosen.map((word) => word.charAt(0)).join("") !== acronym) return false;
  const first = words.lastIndexOf(chosen[0] ?? "");
  return !index.named(fold(words.slice(first).join(" "))).some((name) => name.card === card);
}

function personRules(place: Place, name: WrittenName, index: NamesIndex): Left | undefined {
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
    if (name.kind === "surname" && before && isOtherPerson(before, place, name, index)) return "other-person";
  }
  if (after && isSpace(after.gap) && startsUpper(after.word)) {
    if (isHead(after, "person", text, index)) return "longer-name";
    const capitals = capitalsAround(text, start, end);
    if (name.kind === "given" && capitals !== "all") return "other-person";
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
  return (
    /^\s?&\s?\p{Lu}/u.test(text.slice(end, end + 4)) || /\p{L}\s?&\s?$/u.test(text.slice(Math.max(0, start - 4), start))
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
  if (rules.titles.has(word) || isOwnGivenName(word, name, index)) return false;
  if (/^\. ?$/.test(before.gap) && before.word.length === 1) return !ownInitials(name, index).has(word);
  if (!isSpace(before.gap) || before.word.length === 1) return false;
  if (rules.givenNames.has(word)) return true;
  if (rules.openers.has(word) || startsSentence(place.text, before.start)) return false;
  if (place.nounsHaveCapitals || /^\p{Lu}{2,}$/u.test(before.word)) return false;
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

function beforeRules(place: Place, kind: "any" | "place", index: NamesIndex): Left | undefined {
  const { text, start } = place;
  const { rules } = index;
  const before = wordBefore(text, start);
  if (!before) return undefined;
  const word = fold(before.word);
  if (isSpace(before.gap) && rules.of.has(word)) return isNamedOf(text, before, index) ? "longer-name" : undefined;
  if (kind === "place" && isSpace(before.gap) && isNamedInGenitive(text, before, index)) return "longer-name";
  if (!startsUpper(before.word)) return undefined;
  const joined = isSpace(before.gap) || /^[-‐‑]$/.test(before.gap);
  if (joined && (rules.headsBefore.any.has(word) || rules.headsBefore[kind].has(word))) return "longer-name";
  if (kind !== "place" || !isSpace(before.gap)) return undefined;
  if (rules.givenNames.has(word)) return "other-person";
  if (rules.openers.has(word) || rules.titles.has(word) || startsSentence(text, before.start)) return undefined;
  if (place.nounsHaveCapitals || /^\p{Lu}{2,}$/u.test(before.word) || index.named(word).length > 0) return undefined;
  return capitalsAround(text, place.start, place.end) === "sentence" ? "longer-name" : undefined;
}

/** "Вооружённые силы России", "Кабінет міністрів України": in Cyrillic the genitive needs no word for "of". */
function isNamedInGenitive(text: string, before: Neighbour, { rules }: NamesIndex): boolean {
  if (!/^\p{Script=Cyrillic}{4,}$/u.test(before.word) || startsUpper(before.word)) return false;
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

/** A word that names an institution together with what stands before it, unless it begins an office (House Speaker). */
function isHead(after: Neighbour, kind: "person" | "place" | "organisation", text: string, index: NamesIndex): boolean {
  const { headsAfter } = index.rules;
  const word = fold(after.word);
  const is = (head: string) => headsAfter.any.has(head) || headsAfter[kind].has(head);
  // Finnish, Hungarian and others inflect it: Trump Toweria, Trump Towerben.
  const isInflected =
    !index.rules.titles.has(word) &&
    [1, 2, 3, 4].some((suffix) => word.length - suffix >= 5 && is(word.slice(0, -suffix)));
  return (is(word) || isInflected) && !isOffice(text, after, index);
}

/** Whether a title follows: Treasury Secretary, Army General. */
function isOffice(text: string, { end }: Neighbour, index: NamesIndex): boolean {
  const next = wordAfter(text, end);
  return next !== undefined && isSpace(next.gap) && index.rules.titles.has(fold(next.word));
}

/** Whether the run of capitalised words from `first` on (with "of", "and", "for" between) names an institution. */
function leadsToInstitution(
  text: string,
  first: Neighbour,
  kind: "person" | "place" | "organisation",
  index: NamesIndex,
): boolean {
  const { institutions, titles, headsAfter } = index.rules;
  let word: Neighbour | undefined = first;
  for (let steps = 0; word && steps < 7; steps++) {
    if (steps > 0 && !isSpace(word.gap)) return false;
    if (startsUpper(word.word)) {
      const folded = fold(word.word);
      const isInstitution = (one: string) =>
        headsAfter[kind].has(one) || (kind === "person" ? headsAfter.any : institutions).has(one);
      if (isInstitution(folded)) return !isOffice(text, word, index);
      const next = wordAfter(text, word.end);
      const leadsOn = next && isSpace(next.gap) && startsUpper(next.word) && isInstitution(fold(next.word));
      if (titles.has(folded) && !leadsOn) return false;
    } else if (!/^(?:of|and|for|the|on|in|&)$/.test(word.word)) return false;
    word = wordAfter(text, word.end);
  }
  return false;
}
