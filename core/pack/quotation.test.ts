import { describe, expect, it } from "vitest";
import { countWords, isQuotedFrom, nearestPassage } from "./quotation.ts";

describe("isQuotedFrom", () => {
  it.each([
    [
      "the words themselves",
      "take under [the] NATO umbrella",
      "we should take under [the] NATO umbrella the territory",
      true,
    ],
    ["the whole text", "No such offer.", "No such offer.", true],
    ["curly quote marks for straight ones", "Ukraine's “day one”", 'on Ukraine’s "day one" plan', true],
    ["guillemets for quote marks", "„гаряча стадія“ війни", "що «гаряча стадія» війни", true],
    ["another Unicode form", "Ze\u0301le\u0301nski", "dit Zélénski hier", true],
    ["a wrong letter", "Volodymir Zelensky", "President Volodymyr Zelensky said", false],
    ["a wrong capital", "nato umbrella", "the NATO umbrella", false],
    ["a missing letter at the start", "emporarily cede territory", "temporarily cede territory", false],
    ["a missing letter at the end", "cede territor", "temporarily cede territory", false],
    ["half a word first and the whole word later", "rest", "the arrest of the rest", true],
    ["another dash", "2024-25", "in 2024–25", false],
    ["a space too many", "hot  stage", "the hot stage", false],
    ["words run across a line", "the war Zelensky", "the war\nZelensky", false],
    ["a script without spaces, cut anywhere", "北约保护伞", "他说北约保护伞可以", true],
    ["a letter outside the first plane at the edge", "𝐍ATO", "the 𝐍ATO", true],
  ])("%s", (_, quote, text, found) => {
    expect(isQuotedFrom(quote, text)).toBe(found);
  });
});

describe("countWords", () => {
  it.each([
    ["", 0],
    ["one", 1],
    ["  the hot   stage ", 3],
    ["Ukraine’s NATO-led force – 20 years", 5],
    ["“[the] war”", 2],
  ])("%j has %i", (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

describe("nearestPassage", () => {
  const text =
    "He said that no such offer had been made. “We need NATO protection very much,” Zelensky stated on Friday.";
  it.each([
    ["one letter off", "We need NATO protektion very much", "“We need NATO protection very much,”"],
    ["a word changed", "no such promise had been made", "no such offer had been made."],
    ["longer than the text", `${text} And more words than it has.`, text],
    ["a script without spaces", "北約保护伞", "北约保护伞", "他说北约保护伞可以"],
  ])("%s", (_, quote, passage, within = text) => {
    expect(nearestPassage(quote, ["Nothing like it.", within])).toBe(passage);
  });
});
