/**
 * What stands beside a name and makes it something else: the general rules, whose words are data
 * (`data/context-rules.json`). Each rule answers why the mention is left, or undefined.
 */
import { classOf, fold, LETTER, SINGLE } from "../names/characters.ts";
import type { NamesIndex, WrittenName } from "../names/names-index.ts";
import { isAllCapitals, isOfCapitals, startsUpper } from "./case-rule.ts";
import { isHangul } from "./find-names.ts";
import { sentenceReach } from "./nearby.ts";
import { capitalsAround, isSpace, wordAfter, wordBefore } from "./neighbours.ts";
import { leftByPersonRules } from "./person-rules.ts";
import type { Left, Place } from "./place.ts";
import { leftByPlaceRules } from "./place-rules.ts";

/** The first rule by which the form is left, or undefined. Decoys are only held to stand as words. */
export function leftBecauseOf(place: Place, name: WrittenName, index: NamesIndex): Left | undefined {
  if (isInsideWord(place)) return "inside-a-word";
  if (isAddress(place) || isCode(place)) return "address";
  if (name.decoy) return undefined;
  const kind = index.cards[name.card]?.kind;
  if (kind === "topic") return isOfOtherStory(place, name, index) ? "other-story" : undefined;
  if (isPeople(place, index)) return "a-people";
  if (isShoutedWord(place, name, index)) return "needs-case";
  if (kind === "person") return leftByPersonRules(place, name, index);
  if (isDefinedOtherwise(place, name, index)) return "defined-otherwise";
  return leftByPlaceRules(place, kind === "place" ? "place" : "organisation", index);
}

/** Korean names need a left edge; dotted abbreviations must not go on (U.S. in U.S.S.R.). */
function isInsideWord({ text, start, end }: Place): boolean {
  if (isHangul(text.charCodeAt(start)) && start > 0 && isHangul(text.charCodeAt(start - 1))) return true;
  const last = text.charCodeAt(end - 1);
  if (isPlainLetter(last) && text.charCodeAt(end) !== 46 && text.charCodeAt(start + 1) !== 46) return false;
  const written = text.slice(start, end);
  // A channel called France 2 is not in the score "France 2–0".
  if (/\d$/.test(written) && /^[-–:.,]\d/.test(text.slice(end, end + 2))) return true;
  if (!written.includes(".")) return false;
  if (/\p{L}\.$/u.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (written.endsWith(".")) return classOf(text.charCodeAt(end)) === LETTER;
  return text.charAt(end) === "." && !/\s/.test(written);
}

function isPlainLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

const addressMark =
  /:\/\/|^www\.|^\S+@\S+\.|\.(?:com|org|net|int|gov|mil|edu|info|eu|ua|ru|uk|us|fr|de|pl|it|es|tv|news|html?|php|pdf|jpe?g|png|webp|svg|mp4)(?:[/:?#)\]]|$)/i;

/** Part of a web or e-mail address or a file's name. */
function isAddress({ text, start, end }: Place): boolean {
  if (!isOfAddresses(text.charCodeAt(end)) && !isOfAddresses(text.charCodeAt(start - 1))) return false;
  const head = /\S*$/.exec(text.slice(Math.max(0, start - 80), start))?.[0] ?? "";
  const tail = /^\S*/.exec(text.slice(end, end + 80))?.[0] ?? "";
  return addressMark.test((head + text.slice(start, end) + tail).replace(/[.,;:!?]+$/, ""));
}

/** One of .@/_=&?:\- */
function isOfAddresses(unit: number): boolean {
  return unit < 128 && ".@/_=&?:\\-".includes(String.fromCharCode(unit));
}

const isLocale = /(?:^|[^\p{L}\p{N}])(?:ar|de|en|es|fr|it|nl|pl|pt|ru|uk|zh)[-_]$/u;

/** Part of a locale, of a handle (@putin-dev), a ticker ($TRUMP) (en-US, fr_FR) or of a road's number (US 101, US-395). */
function isCode({ text, start, end }: Place): boolean {
  if (text.charAt(start - 1) === "$" || (text.charAt(start - 1) === "@" && /^[-_]/.test(text.charAt(end)))) return true;
  if (/[-_]/.test(text.charAt(start - 1)) && isLocale.test(text.slice(Math.max(0, start - 4), start))) return true;
  if (!/^U\.?S\.?$/.test(text.slice(start, end))) return false;
  if (/^-\d{1,3}(?![\d\p{L}-])/u.test(text.slice(end, end + 6))) return true;
  return (
    /(?:^|\s)(?:on|along|off|via|onto|take|Highway|Hwy|Route|Interstate)\s$/i.test(
      text.slice(Math.max(0, start - 12), start),
    ) && /^ \d{1,3}(?![\d\p{L}%-]|[.,]\d)/u.test(text.slice(end, end + 7))
  );
}

/** How far a sentence reaches at most, in UTF-16 units. */
const sentence = 150;

/** A topic, in a sentence that names another story nearer than anything of this one (the Gaza ceasefire). */
function isOfOtherStory({ text, start, end, around }: Place, { card }: WrittenName, index: NamesIndex): boolean {
  // Few texts name any: it is looked for before the sentence is.
  if (!around.nearest(index.otherStories, start, end, { before: sentence, after: sentence })) return false;
  const reach = sentenceReach(text, start, end, sentence);
  const other = around.nearest(index.otherStories, start, end, reach);
  if (!other) return false;
  const own = around.nearest(card, start, end, reach);
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
  if (acronym.length > 6 || !isOfCapitals(acronym, 3)) return false;
  const lead = text.slice(Math.max(0, start - 90), start);
  const before = /(.*?)(?: \(|, or |, known as )$/s.exec(lead)?.[1] ?? "";
  const after = /^ \(([^)]{1,90})\)/.exec(text.slice(end, end + 95))?.[1] ?? "";
  if (!before && !after) return false;
  const words: string[] = (before || after).match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  const capitals = words.filter(startsUpper);
  const chosen = before ? capitals.slice(-acronym.length) : capitals;
  if (chosen.map((word) => word.charAt(0)).join("") !== acronym) return false;
  const first = words.lastIndexOf(chosen[0] ?? "");
  return !index.named(fold(words.slice(first).join(" "))).some((name) => name.card === card);
}
