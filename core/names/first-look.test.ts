import { describe, expect, it } from "vitest";
import { firstLook } from "#packs/first-look.js";
import { names } from "#packs/names.js";
import { createFirstLook } from "./first-look.ts";
import { nameFlags } from "./names-module.ts";

const mayName = createFirstLook(firstLook);

describe("a first look", () => {
  it.each([
    ["a name", "Mr Zelensky spoke."],
    ["capitals throughout", "ZELENSKY SPEAKS"],
    ["a handle in small letters", "More under #ukraine and #nato."],
    ["a handle of several words", "#StandWithUkraine"],
    ["a soft hyphen", "Wolodymyr Selen\u00ADskyj"],
    ["a combining stress", "Зеле́нський"],
    ["decomposed letters", "Донецьк та Миколаїв, Україна".normalize("NFD")],
    ["full-width letters", "ＮＡＴＯ"],
    ["Cyrillic", "Кремль и Россия"],
    ["a case ending", "в Україні"],
    ["Arabic with a prefix", "وأوكرانيا"],
    ["Hebrew with a prefix", "באוקראינה"],
    ["Chinese", "他说泽连斯基昨天"],
    ["Japanese", "ウクライナの"],
    ["Korean with an ending", "우크라이나는"],
    ["a topic with its cue", "Moscow rejected the ceasefire."],
    ["a name that the block before runs on into", "OtherCrimea, in the rain. newsTRUMP"],
    ["an acronym that runs on into the next block", "Members of NATOThe alliance"],
    ["capitals that run on into capitals", "BREAKING NEWSNATOTALKS"],
    ["a topic's cue at a block's end", "said MoscowA ceasefire"],
    ["a name in two words", "told Sky  News that"],
    ["a name in small letters", "they say russia is"],
    ["a name in small letters at the beginning", "putin’s"],
    ["a name in small letters after words that hold it", "prussian blue, computing, vladimir putin"],
    ["a name half in small letters", "vladimir Putin, wolodymyr Selenskyj"],
    ["a name in small Cyrillic letters", "президент россии"],
    ["a name in small letters among other scripts", "العربية russia"],
    ["a name in small letters with a soft hyphen", "ukra\u00ADine"],
    ["a name among other scripts that are to be composed", "हिन्दी, العَرَبِيَّة, Crimea"],
    ["a handle beside other scripts", "中文 @ukraine"],
  ])("stops at %s", (_, text) => {
    expect(mayName(text)).toBe(true);
  });

  it.each([
    ["nothing of ours", "The recipe takes two eggs and a pinch of salt."],
    ["a word that holds a name", "senators were told that Pretoria prussian blue was out, by computing."],
    ["a topic alone", "A ceasefire was agreed between the two siblings."],
    ["a cue alone", "Moscow has 48 theatres."],
    ["broad places alone", "Shipping to France and the United Kingdom."],
    ["a word that begins like a short name", "Natofficer, Navone, Otanix"],
    ["no text", ""],
  ])("passes over %s", (_, text) => {
    expect(mayName(text)).toBe(false);
  });
});

it("a first look stops at every name that needs no story, as it is written and in small letters where these count", () => {
  const forms = names.rows.flatMap(([index, , flags, all]) => {
    const card = names.cards[index];
    if (!card || card.broad || flags & nameFlags.decoy) return [];
    const isAnyCase = (flags & 3) === 0;
    // A page may have no more of ours than an adjective in small letters: that one is passed over.
    const isName = (form: string) =>
      isAnyCase || !/^\p{Ll}[^\p{Lu}]*$/u.test(form) || /\p{Script=Georgian}/u.test(form);
    return all
      .split("|")
      .filter(isName)
      .flatMap((form) => {
        const written = [form, form.toUpperCase(), form.normalize("NFD"), form.normalize("NFKD")];
        return isAnyCase
          ? [...written, form.toLowerCase(), form.toLowerCase().replace(/ \p{L}/gu, inCapitals)]
          : written;
      });
  });
  expect(forms.length).toBeGreaterThan(5000);
  expect(forms.filter((form) => !mayName(`“${form}”`))).toEqual([]);
});

function inCapitals(text: string): string {
  return text.toUpperCase();
}
