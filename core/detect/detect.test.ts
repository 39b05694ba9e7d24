import { describe, expect, it } from "vitest";
import { names } from "#packs/names.js";
import { createNamesIndex } from "../names/names-index.ts";
import { detect } from "./detect.ts";
import { readMarked, writeMarked } from "./marked-text.ts";

const index = createNamesIndex(names);

function expectMentions(lang: string, marked: string, everywhere = true): void {
  const { text } = readMarked(marked);
  expect(writeMarked(text, detect(text, lang, index, { everywhere }))).toBe(marked);
}

const z = (surface: string) => `[[${surface}|volodymyr-zelensky]]`;
const p = (surface: string) => `[[${surface}|vladimir-putin]]`;
const t = (surface: string) => `[[${surface}|donald-trump]]`;
const j = (surface: string) => `[[${surface}|boris-johnson]]`;
const ua = (surface: string) => `[[${surface}|ukraine]]`;
const ru = (surface: string) => `[[${surface}|russia]]`;
const us = (surface: string) => `[[${surface}|united-states]]`;
const fr = (surface: string) => `[[${surface}|france]]`;
const nato = (surface: string) => `[[${surface}|nato]]`;

describe("names in their scripts", () => {
  it.each([
    ["possessive, curly", "en", `${ua("Ukraine")}’s army`],
    ["possessive, straight", "en", `${ua("Ukraine")}'s army`],
    ["hyphenated", "en", `a ${nato("NATO")}-led force and ${t("Trump")}-${p("Putin")} talk`],
    ["soft hyphen within", "en", `${z("Zelen\u00ADsky")} said`],
    ["no-break space within", "en", `${z("Volodymyr\u00A0Zelensky")} said`],
    ["over a line break", "en", `that ${z("Volodymyr\nZelensky")} said`],
    ["capitals", "en", `${z("ZELENSKY")} MEETS ${t("TRUMP")}`],
    ["dotted abbreviation", "en", `the ${us("U.S.")} said`],
    ["French elision", "fr", `l’armée de l’${ua("Ukraine")} et de la ${fr("France")}`],
    ["Turkish suffix", "tr", `${ua("Ukrayna")}’nın ordusu`],
    ["Russian cases", "ru", `встреча ${p("Путина")} с ${z("Зеленским")} в ${ua("Украине")}`],
    ["combining stress", "ru", `${z("Зеле\u0301нский")} сказал`],
    ["Ukrainian cases", "uk", `лист ${z("Зеленському")} з ${ua("України")}`],
    ["NFD", "fr", `les ${us("E\u0301tats-Unis")} et la ${ru("Russie")}`],
    ["Arabic conjunction", "ar", `${ua("أوكرانيا")} و${ru("روسيا")}`],
    ["Arabic article after a preposition", "ar", `الانضمام للناتو`.replace("للناتو", `ل${nato("لناتو")}`)],
    ["Persian, its first letter in two", "fa", `${us("ا\u0653مریکا")} و ${ru("روسیه")}`],
    ["Hebrew prefixes", "he", `ש${ru("רוסיה")} ו${ua("אוקראינה")}`],
    ["Korean particles", "ko", `${ua("우크라이나")}는 ${ru("러시아")}와`],
    ["Chinese", "zh", `${us("美国")}和${ua("乌克兰")}`],
    ["Japanese", "ja", `${ru("ロシア")}と${ua("ウクライナ")}の`],
    ["hashtag and handle", "en", `#${ua("Ukraine")} @${nato("NATO")}`],
  ])("%s", (_, lang, marked) => expectMentions(lang, marked));
});

describe("letters inside other words", () => {
  it.each([
    ["el", "το κοντραμπάσο"],
    ["ja", "プロシア王国"],
    ["uk", "Натомість"],
    ["en", "The trumpet and the natophile"],
    ["en", "U.S.S.R."],
    ["ko", "백러시아식"],
  ])("%s: %s", (lang, text) => expectMentions(lang, text));
});

describe("a name inside a longer name", () => {
  it.each([
    ["en", "They met at Trump Tower near the Trump Organization."],
    ["en", "Donald Trump Jr. spoke."],
    ["en", "the U.S. Senate and the U.S. Army"],
    ["en", "He flew Air France to the Tour de France with Agence France-Presse."],
    ["en", "a loan of the Bank of Russia"],
    ["en", "yesterday Vodafone Ukraine said"],
    ["en", "the US Food and Drug Administration"],
    ["en", "Anatole France wrote it."],
    ["en", "Anne of France and Catherine II of Russia"],
    ["en", "The U.S. District Court for Maine and the US Justice Department"],
    ["de", "Der US-Kongress und die Bank von Russland haben nicht die Zeit."],
    ["ru", "Вооружённые силы России и Верховная Рада Украины"],
    ["fi", "Trump Toweria esiteltiin."],
    ["en", "Set lang to en-US and drive on US 101."],
    ["en", "The National Association of Theatre Owners (NATO) met. NATO then left."],
    ["en", "an address such as info@ukraine.com or https://www.nato.int/france or russia.jpg"],
  ])("%s: %s", (lang, text) => expectMentions(lang, text));

  it.each([
    ["title", `President ${t("Trump")} and ${us("U.S.")} troops`],
    ["office", `the president of ${ua("Ukraine")}, a ${p("Putin")} ally`],
    ["title case", `${t("Trump")} Tells ${p("Putin")} to Stop`],
    ["office", `a ${us("US")} Congressman, the ${us("U.S.")} House Speaker and the ${us("U.S.")} Treasury Secretary`],
    ["government", `the ${t("Trump")} Administration and the ${t("Trump")} White House`],
    ["score", `${ru("RUSSIA")} BEAT ${fr("FRANCE")} 2-0`],
    ["prefix", `an ex-${us("US")} envoy and a pre-${t("Trump")} deal`],
    ["place", `In Kyiv ${z("Zelensky")} spoke.`],
    ["sentence end", `He left ${ua("Ukraine")}. Airlines did not.`],
  ])("but not after a %s", (_, marked) => expectMentions("en", marked));
});

describe("others of the same name", () => {
  it.each([
    ["relatives", `Melania Trump and her son met ${t("Donald Trump")}.`],
    ["forms of address", "Mrs. Trump, Frau Trump and First Lady Trump"],
    ["an office beside a rival", `Melania Trump left. President ${t("Trump")} stayed. ${t("Trump")} waved.`],
    ["a son", "Donald Trump Jr., Donald Trump junior and ifjabb Donald Trump"],
    ["a rival alone", "House Speaker Mike Johnson spoke. Johnson then left."],
    ["the subject first", `${j("Boris Johnson")} spoke. ${j("Johnson")} then left.`],
    ["the full name afterwards", `${j("Johnson")} spoke. That was ${j("Boris Johnson")}.`],
    [
      "a rival's stretch",
      `${j("Boris Johnson")} spoke. ${j("Johnson")} left. Mike Johnson came. Johnson sat. ${j("Boris Johnson")} rose. ${j("Johnson")} won.`,
    ],
    ["a company", "Johnson & Johnson sells them."],
    ["a double surname", `${j("Boris Johnson")} met Ellen Johnson-Sirleaf.`],
    ["nobody", "Johnson went home."],
  ])("%s", (_, marked) => expectMentions("en", marked));
});

describe("case and language", () => {
  it.each([
    ["the pronoun", "en", "They told us to join us."],
    ["born, in Italian", "it", "L’uomo è nato a Roma nel 1950 e non è più tornato."],
    ["versus, in English", "en", "It was Red VS Blue for the whole of the night, and they were sad."],
    [
      "the United States, in Dutch",
      "nl",
      `De ${us("VS")} en de NAVO willen dat het niet zo is.`.replace("NAVO", nato("NAVO")),
    ],
    ["peoples, in Chinese", "zh", "美国人和俄罗斯人"],
  ])("%s", (_, lang, marked) => expectMentions(lang, marked));

  it("reads a Dutch text as Dutch though its page says English", () => {
    expectMentions(
      "en",
      `Volgens de krant hebben de ${us("VS")} het plan met de regering van ${ua("Oekraïne")} besproken.`,
    );
  });
});

describe("broad cards", () => {
  it("stay unmarked on pages that are not of the story", () => {
    expectMentions("en", "A stew from France, eaten at the inauguration of a bridge.", false);
  });
  it("stay unmarked where another story is named nearer", () => {
    expectMentions("en", `${ua("Ukraine")} and ${fr("France")} welcomed the ceasefire in Gaza.`);
  });
  it("stay unmarked everywhere when they are topics of another story", () => {
    expectMentions("en", "The ceasefire between the two villages held.", true);
  });
  it("count on pages that name an anchor", () => {
    expectMentions("en", `${fr("France")} met ${z("Zelensky")}.`, false);
  });
});
