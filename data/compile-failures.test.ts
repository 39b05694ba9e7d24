import { describe, expect, it } from "vitest";
import { change, type Files, type Json, packFolder, soundPack, writeFiles } from "../tests/support/harbour-pack.ts";
import { compilePacks, PackError } from "./compile.ts";

function messageOf(files: Files): string {
  try {
    compilePacks(writeFiles(files));
  } catch (error) {
    if (error instanceof PackError) return error.message;
    throw error;
  }
  return "";
}

const wall = "cards/wall.json";
const names = "names/wall.json";
const quotation = ["facts", 1, "citations", 0, "quote"];
const long = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(" ");
const name = (text: string, rest: Record<string, Json> = {}): Json => ({ text, lang: "en", kind: "name", ...rest });

describe("a broken pack fails, and says where and why:", () => {
  it.each<[string, (files: Files) => void, string, string, string]>([
    [
      "no JSON",
      (f) => {
        f[`${packFolder}/${wall}`] = "{";
      },
      wall,
      "card wall",
      "not JSON",
    ],
    ["a missing file", change("article.txt", [], undefined), "article.txt", "file", "missing"],
    ["a missing key", change(wall, ["title"], undefined), wall, "title", "missing"],
    ["an unknown key", change(wall, ["colour"], "grey"), wall, "colour", "no known key"],
    [
      "a map of nowhere",
      (f) => {
        f["data/map-frames.json"] = { coast: { projection: "conic", box: [0, 40, 10, 50], smallest: 1 } };
        change(wall, ["map"], { frame: "coast", areas: ["Atlantis"], caption: "The wall" })(f);
      },
      wall,
      "map.areas",
      "“Atlantis” is on no map",
    ],
    ["too few facts", change(wall, ["facts"], []), wall, "facts", "at least four"],
    [
      "a fact without citation",
      change(wall, ["facts", 2, "citations"], []),
      wall,
      "facts[2].citations",
      "at least one citation",
    ],
    ["a fact without date", change(wall, ["facts", 2, "asOf"], undefined), wall, "facts[2].asOf", "missing"],
    [
      "a date that does not exist",
      change(wall, ["facts", 2, "asOf"], "2023-02-29"),
      wall,
      "facts[2].asOf",
      "not in the calendar",
    ],
    ["a date after the research", change(wall, ["facts", 2, "asOf"], "2026-08-01"), wall, "facts[2].asOf", "2026-07"],
    [
      "a source without publisher",
      change("sources.json", ["gazette", "publisher"], undefined),
      "sources.json",
      "source gazette, gazette.publisher",
      "missing",
    ],
    [
      "a source without title",
      change("sources.json", ["gazette", "title"], " "),
      "sources.json",
      "gazette.title",
      "must not be empty",
    ],
    [
      "a source without address",
      change("sources.json", ["gazette", "url"], undefined),
      "sources.json",
      "gazette.url",
      "missing",
    ],
    [
      "a source with an http address",
      change("sources.json", ["gazette", "url"], "http://gazette.example"),
      "sources.json",
      "gazette.url",
      "https",
    ],
    [
      "a source in no known language",
      change("sources.json", ["gazette", "lang"], "xq"),
      "sources.json",
      "source gazette, lang",
      "“xq”",
    ],
    [
      "an id that is not the file's name",
      change(wall, ["id"], "walls"),
      wall,
      "card wall, id",
      "“walls” is not the file’s name",
    ],
    ["a pack id that is not the folder's name", change("pack.json", ["id"], "port"), "pack.json", "id", "“harbour”"],
    ["a card without names", change(names, [], undefined), wall, "card wall", "names/wall.json"],
    ["names without a card", change(wall, [], undefined), names, "card wall", "cards/wall.json"],
    [
      "an unknown source",
      change(wall, ["facts", 1, "citations", 0, "source"], "courier"),
      wall,
      "facts[1].citations[0].source",
      "“courier”",
    ],
    [
      "a quotation with one wrong letter",
      change(wall, quotation, "the harbour’s mew wall"),
      wall,
      "facts[1].citations[0].quote",
      "nearest: “the harbour's new wall”",
    ],
    [
      "a quotation with one letter less",
      change(wall, quotation, "he harbour’s new wall"),
      wall,
      "facts[1].citations[0].quote",
      "source “gazette”",
    ],
    [
      "a quotation across two excerpts",
      change(wall, quotation, "in a speech It is not"),
      wall,
      "facts[1].citations[0].quote",
      "source “gazette”",
    ],
    [
      "a quotation over 25 words",
      change(wall, quotation, long(26)),
      wall,
      "facts[1].citations[0].quote",
      "at most 25 words",
    ],
    [
      "a misquoted article",
      change(wall, ["article", 0, "quote"], "the wall was finished"),
      wall,
      "article[0].quote",
      "nearest: ““The wall was finished,””",
    ],
    [
      "an article quotation over 40 words",
      change(wall, ["article", 0, "quote"], long(41)),
      wall,
      "article[0].quote",
      "at most 40 words",
    ],
    [
      "a dispute that misquotes the article",
      change(wall, ["disputes", 0, "article"], "three miles"),
      wall,
      "disputes[0].article",
      "nearest: “two miles”",
    ],
    [
      "a misquotation in a dispute",
      change(wall, ["disputes", 0, "accounts", 0, "citations", 0, "quote"], "not a nile long"),
      wall,
      "disputes[0].accounts[0].citations[0].quote",
      "not a mile long.",
    ],
    [
      "a quotation untranslated",
      change(wall, ["facts", 1, "citations", 0, "lang"], "uk"),
      wall,
      "facts[1].citations[0].translation",
      "not translated",
    ],
    [
      "“now” in a statement",
      change(wall, ["facts", 3, "statement"], "It is Now grey."),
      wall,
      "facts[3].statement",
      "“Now”",
    ],
    ["“currently” in a gloss", change(wall, ["gloss"], "A wall, currently grey"), wall, "gloss", "“currently”"],
    [
      "“today” in an account",
      change(wall, ["disputes", 0, "accounts", 0, "statement"], "Today’s length"),
      wall,
      "disputes[0].accounts[0].statement",
      "“Today”",
    ],
    [
      "an office that ends before it begins",
      change(
        wall,
        ["offices"],
        [{ title: "Keeper", from: "2020", to: "2019", citations: [{ source: "gazette", quote: "a speech" }] }],
      ),
      wall,
      "offices[0].to",
      "2019 is before 2020",
    ],
    ["a card related to none", change(wall, ["related"], ["pier"]), wall, "related[0]", "“pier”"],
    ["a card related to itself", change(wall, ["related"], ["port", "wall"]), wall, "related[1]", "itself"],
    ["a name in no known language", change(names, ["names", 0, "lang"], "qx"), names, "names[0].lang", "“qx”"],
    ["a name listed twice", change(names, ["names", 1], name("Wall")), names, "names[1]", "stands twice"],
    [
      "a form listed twice",
      change(names, ["names", 0, "forms"], ["Walls", "Walls"]),
      names,
      "names[0].forms[1]",
      "written twice",
    ],
    ["a name of two cards", change(names, ["names", 1], name("PORT")), names, "names[1]", "name of card port"],
    [
      "a form that is another card's name",
      change(names, ["names", 0, "forms"], ["port"]),
      names,
      "names[0]",
      "name of card port",
    ],
    [
      "a name of two cards, weak in one alone",
      change(names, ["names", 1], name("Port", { weak: true })),
      names,
      "names[1]",
      "name of card port",
    ],
    [
      "a weak name that nothing could let count",
      change(names, ["names"], [name("Wall", { weak: true })]),
      names,
      "names[0]",
      "nothing could let it count",
    ],
    ["a decoy that is a name", change(names, ["decoys"], [{ text: "Port" }]), names, "decoys[0]", "name of card port"],
  ])("%s", (_, breakIt, file, where, reason) => {
    const files = soundPack();
    breakIt(files);
    const message = messageOf(files);
    expect(message).toContain(`${packFolder}/${file}\n`);
    expect(message).toContain(where);
    expect(message).toContain(reason);
  });

  it("all failures of all files at once", () => {
    const files = soundPack();
    change(wall, quotation, "mew wall")(files);
    change("cards/port.json", ["gloss"], "Today’s port")(files);
    change("sources.json", ["gazette", "published"], "2024-02-30")(files);
    expect(messageOf(files)).toMatch(/3 checks fail/u);
  });

  it("no pack at all", () => {
    expect(messageOf({ "data/context-rules.json": soundPack()["data/context-rules.json"] ?? null })).toMatch(
      /no pack/u,
    );
  });
});
