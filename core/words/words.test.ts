import { describe, expect, it } from "vitest";
import { messagesFrom } from "./message-file.ts";
import type { MessageKey, PluralKey } from "./message-keys.ts";
import { createWords, type Words } from "./words.ts";

/** The same methods over messages of our own. */
interface LooseWords extends Omit<Words, "say" | "around" | "count"> {
  say(key: string, values?: Record<string, string>): string;
  around(key: string, things: Record<string, unknown>): unknown[];
  count(key: string, count: number, values?: Record<string, string>): string;
}

const count = { count: { content: "$1" } };
const both = { host: { content: "$1" }, site: { content: "$2" } };

function wordsOf(messages: Record<string, { message: string; placeholders?: object }>, uiLanguage: string): LooseWords {
  return createWords(messagesFrom(messages as never), uiLanguage) as unknown as LooseWords;
}

const english = wordsOf(
  {
    languageTag: { message: "en" },
    plain: { message: "Close" },
    two: { message: "$SITE$ covers $HOST$: $$5", placeholders: both },
    found_one: { message: "$COUNT$ card", placeholders: count },
    found_other: { message: "$COUNT$ cards", placeholders: count },
  },
  "en-US",
);

const arabic = wordsOf(
  {
    languageTag: { message: "ar" },
    found_zero: { message: "none" },
    found_one: { message: "one" },
    found_two: { message: "a pair" },
    found_few: { message: "few: $COUNT$", placeholders: count },
    found_many: { message: "many: $COUNT$", placeholders: count },
    found_other: { message: "other: $COUNT$", placeholders: count },
  },
  "ar",
);

describe("words", () => {
  it("says a message, with its values in their places", () => {
    expect(english.say("plain")).toBe("Close");
    expect(english.say("two", { site: "example.org", host: "www.example.org" })).toContain(
      "example.org covers www.example.org",
    );
  });

  it("leaves what a value holds as it is", () => {
    expect(english.say("two", { site: "$1 $HOST$", host: "x" })).toMatch(/^\$1 \$HOST\$ covers x/u);
  });

  it("says nothing for what it does not know", () => {
    expect(english.say("missing")).toBe("");
  });

  it("gives a message in pieces around things", () => {
    const thing = { tag: "b" };
    expect(english.around("two", { host: thing, site: "example.org" }).slice(0, 3)).toEqual([
      "example.org",
      " covers ",
      thing,
    ]);
  });

  it.each([
    [1, "1 card"],
    [0, "0 cards"],
    [1200, "1,200 cards"],
  ])("counts %i in English as “%s”", (number, expected) => {
    expect(english.count("found", number)).toBe(expected);
  });

  it.each([
    [0, "none"],
    [1, "one"],
    [2, "a pair"],
    [3, "few"],
    [11, "many"],
    [100, "other"],
  ])("counts %i in Arabic by the form “%s”", (number, form) => {
    expect(arabic.count("found", number)).toContain(form);
  });

  it("counts by the language of its messages where the browser speaks another", () => {
    const words = wordsOf({ languageTag: { message: "en" }, found_other: { message: "cards" } }, "pl");
    expect([words.language, words.locale, words.direction]).toEqual(["en", "en", "ltr"]);
    expect(words.count("found", 3)).toBe("cards");
  });

  it("writes dates and numbers by the reader's region", () => {
    expect(english.locale).toBe("en-US");
    expect(wordsOf({ languageTag: { message: "en" } }, "en-IN").number(1234567)).toBe("12,34,567");
  });

  it("reads from right to left where its language does", () => {
    expect(arabic.direction).toBe("rtl");
  });

  it("takes the keys of the English messages alone", () => {
    const known: [MessageKey, PluralKey] = ["languageTag", "lookupFound"];
    // @ts-expect-error a plural form is no message of its own
    const form: MessageKey = "lookupFound_one";
    // @ts-expect-error nobody wrote it
    const unknown: MessageKey = "unheardOf";
    expect([...known, form, unknown]).toHaveLength(4);
  });
});
