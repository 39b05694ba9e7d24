import { describe, expect, it } from "vitest";
import { names } from "#packs/names.js";
import { englishWords } from "../../tests/support/english-words.ts";
import { createNamesIndex } from "../names/names-index.ts";
import { explainText } from "./detect.ts";

const index = createNamesIndex(names);

/** The sentence told of the `nth` form that reads `surface`. */
function why(text: string, surface: string, lang = "en", everywhere = true): string {
  const told = explainText(text, lang, index, { everywhere }, englishWords);
  const found = told.filter(({ start, end }) => text.slice(start, end) === surface);
  return found.map((one) => `${one.taken ? "taken" : "left"}: ${one.why}`).join("\n");
}

describe("every form found is told of", () => {
  it.each([
    [
      "a plain name",
      "Zelensky spoke.",
      "Zelensky",
      "taken: It is a name of Volodymyr Zelensky that needs nothing else.",
    ],
    ["the full name elsewhere", "Johnson spoke. It was Boris Johnson.", "Johnson", "here “Boris Johnson” on the page"],
    ["a rival", "Boris Johnson left. Mike Johnson came. Johnson sat.", "Johnson", "“Mike Johnson” is the full name"],
    ["no cue", "Johnson went home.", "Johnson", "left: It can mean others, and nothing here shows"],
    ["capitals", "They told us.", "us", "left: Its capitals are not those of a name of United States."],
    ["a longer name", "the US Army and Ukraine", "US", "left: It is part of a longer proper name"],
    ["another person", "Melania Trump spoke.", "Trump", "left: It is part of"],
    ["an address", "see https://example.org/Ukraine", "Ukraine", "left: It is part of an address"],
    [
      "another language",
      "It was Red VS Blue, and they were not sad at all.",
      "VS",
      "and this text is in another language",
    ],
    [
      "a longer mention",
      "Volodymyr Zelensky spoke.",
      "Zelensky",
      "left: It is part of “Volodymyr Zelensky”, which is marked.",
    ],
    ["another story", "Ukraine welcomed the Gaza ceasefire.", "ceasefire", "left: Another story is named beside it."],
  ])("%s", (_, text, surface, sentence) => {
    expect(why(text, surface)).toContain(sentence);
  });

  it("tells of a page that is not of the story", () => {
    expect(why("A stew from France.", "France", "en", false)).toContain("left: France is named on many pages");
  });
});
