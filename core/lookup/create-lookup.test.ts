import { describe, expect, test } from "vitest";
import type { CardKind } from "../pack/schema.ts";
import { compileLookup, type LookupDocument } from "./compile-lookup.ts";
import { createLookup } from "./create-lookup.ts";

function document(
  id: string,
  kind: CardKind,
  title: string,
  gloss: string,
  names: string[],
  ...statements: string[]
): LookupDocument {
  return { id, kind, title, gloss, names: names.map((text) => ({ text, langs: [] })), statements };
}

const lookup = searching([
  document("volodymyr-zelensky", "person", "Volodymyr Zelensky", "President of Ukraine from 2019", [
    "Zelensky",
    "Zelenskyy",
    "Zełenski",
    "Володимир Зеленський",
    "Зеленський",
    "Зеленського",
    "泽连斯基",
    "ゼレンスキー",
    "젤렌스키",
    "زيلينسكي",
    "זלנסקי",
  ]),
  document("donald-trump", "person", "Donald Trump", "American president from 2025", ["Trump", "Трамп", "Τραμπ"]),
  document("ukraine", "place", "Ukraine", "State in eastern Europe", [
    "Ukraina",
    "Україна",
    "Україні",
    "乌克兰",
    "ウクライナ",
  ]),
  document("crimea", "place", "Crimea", "Peninsula on the Black Sea", [
    "Crimée",
    "Крим",
    "Криму",
    "Kırım",
    "Kırım Özerk Cumhuriyeti",
  ]),
  document("nato", "organisation", "NATO", "Alliance of European and North American states", [
    "OTAN",
    "НАТО",
    "北约",
    "北大西洋公約組織",
  ]),
  document("nato-umbrella", "topic", "NATO umbrella", "Zelensky’s phrase for cover over part of Ukraine", [
    "ombrello della Nato",
  ]),
  document("nato-membership", "topic", "NATO membership", "Ukraine’s wish to join the alliance", [
    "join NATO",
    "вступ до НАТО",
  ]),
  document("budapest-memorandum", "topic", "Budapest Memorandum", "Assurances given to Ukraine in 1994", [
    "Будапештський меморандум",
  ]),
  document("inauguration", "topic", "Inauguration", "Swearing-in of January 2025", ["Trump’s inauguration"]),
  document(
    "ceasefire",
    "topic",
    "Ceasefire",
    "An end to the fighting",
    ["cease-fire", "truce", "припинення вогню"],
    "The General Assembly asked for one in March.",
  ),
]);

function searching(documents: readonly LookupDocument[]) {
  return createLookup(compileLookup(documents));
}

describe("finds first", () => {
  test.each([
    // By what is written
    ["Zelensky", "volodymyr-zelensky", "Volodymyr Zelensky"],
    ["volodymyr zelensky", "volodymyr-zelensky", "Volodymyr Zelensky"],
    ["Зеленського", "volodymyr-zelensky", "Зеленського"],
    ["zelenski", "volodymyr-zelensky", "Zełenski"],
    ["trump", "donald-trump", "Donald Trump"],
    ["ΤΡΑΜΠ", "donald-trump", "Τραμπ"],
    ["nato", "nato", "NATO"],
    ["nato umbrella", "nato-umbrella", "NATO umbrella"],
    ["umbrella, NATO", "nato-umbrella", "NATO umbrella"],
    ["trump inauguration", "inauguration", "Trump’s inauguration"],
    ["Crimea’s", "crimea", "Crimea"],
    ["cease fire", "ceasefire", "cease-fire"],
    ["زيلينسكي", "volodymyr-zelensky", "زيلينسكي"],
    ["זלנסקי", "volodymyr-zelensky", "זלנסקי"],
    ["젤렌스키", "volodymyr-zelensky", "젤렌스키"],
    // In scripts without spaces, whole and in part
    ["北约", "nato", "北约"],
    ["大西洋", "nato", "北大西洋公約組織"],
    ["ウクライナ", "ukraine", "ウクライナ"],
    ["ゼレンスキー", "volodymyr-zelensky", "ゼレンスキー"],
    ["泽", "volodymyr-zelensky", "泽连斯基"],
    // By a beginning
    ["zel", "volodymyr-zelensky", "Volodymyr Zelensky"],
    ["bud", "budapest-memorandum", "Budapest Memorandum"],
    ["budapest mem", "budapest-memorandum", "Budapest Memorandum"],
    ["Укр", "ukraine", "Україна"],
    ["c", "crimea", "Crimea"],
    // Misspelt
    ["zelenksy", "volodymyr-zelensky", "Volodymyr Zelensky"],
    ["budapst memorandum", "budapest-memorandum", "Budapest Memorandum"],
    ["Зеленьський", "volodymyr-zelensky", "Зеленський"],
    ["qırım", "crimea", "Kırım"],
    ["NATO umbrela", "nato-umbrella", "NATO umbrella"],
    ["ukrane", "ukraine", "Ukraine"],
    ["inaugration", "inauguration", "Inauguration"],
    // By its gloss
    ["black sea", "crimea", "Peninsula on the Black Sea"],
    // By its facts
    ["general assembly", "ceasefire", "The General Assembly asked for one in March."],
    ["assem", "ceasefire", "The General Assembly asked for one in March."],
    // One word of several
    ["zelensky interview", "volodymyr-zelensky", "Volodymyr Zelensky"],
  ])("for %j %s, by %j", (query, id, name) => {
    const [first] = lookup.search(query, 8);
    expect([first?.id, first?.reason.text]).toEqual([id, name]);
  });
});

test.each([[""], ["   "], ["…?!"], ["football"], ["xq"]])("finds nothing for %j", (query) => {
  expect(lookup.search(query, 8)).toEqual([]);
});

test("names each card once, and no more cards than asked for", () => {
  const ids = lookup.search("nato", 8).map(({ id }) => id);
  expect(ids).toEqual(["nato", "nato-umbrella", "nato-membership"]);
  expect(lookup.search("nato", 2)).toHaveLength(2);
});

test("puts names before what a gloss or a fact says, and that before what may be misspelt", () => {
  const found = searching([
    document("umbrella", "topic", "Umbrella", "A cover", [], "Zelensky named it."),
    document("zelenski", "person", "A. Zelenskij", "Another", []),
    document("zelensky", "person", "V. Zelensky", "President", []),
  ]);
  expect(found.search("zelensky", 8).map(({ id }) => id)).toEqual(["zelensky", "umbrella"]);
  expect(found.search("zelensk", 8).map(({ id }) => id)).toEqual(["zelensky", "zelenski", "umbrella"]);
});

test("tells in which languages a name is written so, all forms that look alike taken together", () => {
  const found = searching([
    {
      ...document("crimea", "place", "Crimea", "Peninsula", []),
      names: [
        { text: "Крим", langs: ["uk"] },
        { text: "КРИМ", langs: ["mk", "bg"] },
        { text: "Crimée", langs: ["fr"] },
      ],
    },
  ]);
  expect(found.search("крим", 1)[0]?.reason).toEqual({ kind: "name", text: "Крим", langs: ["uk", "mk", "bg"] });
  expect(found.search("crimee", 1)[0]?.reason).toEqual({ kind: "name", text: "Crimée", langs: ["fr"] });
  expect(found.search("crimea", 1)[0]?.reason).toEqual({ kind: "title", text: "Crimea", langs: [] });
});
