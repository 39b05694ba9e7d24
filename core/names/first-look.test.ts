import { describe, expect, it } from "vitest";
import { firstLook } from "#packs/first-look.js";
import { createFirstLook } from "./first-look.ts";

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
