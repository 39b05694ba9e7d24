import type { MessageKey, PlaceholderOf, PluralKey, Values } from "./message-keys.ts";

/**
 * Looks a message up as the extension API's `i18n.getMessage` does: the substitutions take the places of `$1`, `$2` …;
 * "" where there is no such message.
 */
export type GetMessage = (key: string, substitutions: string[]) => string;

/** The interface's words in the reader's language. */
export interface Words {
  /** The language that the words are in, as a BCP 47 tag. */
  readonly language: string;
  /** The same with the reader's region where that is known, for `Intl`: dates and numbers are written by it. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  say<Key extends MessageKey>(key: Key, ...values: Values<Key>): string;
  /** The message in pieces, with things that are not text in its placeholders' places. */
  around<Key extends MessageKey, Thing>(
    key: Key,
    things: Readonly<Record<PlaceholderOf<Key>, Thing>>,
  ): (string | Thing)[];
  /** The plural form for `count`, which stands in the placeholder of that name. */
  count<Key extends PluralKey>(key: Key, count: number, ...values: Values<Key>): string;
  number(value: number): string;
}

const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

/** Words over a source of messages; `uiLanguage` is the browser's own language, which may be one that we do not speak. */
export function createWords(getMessage: GetMessage, uiLanguage: string): Words {
  // Made when first asked for: each takes milliseconds, and many pages are read without a card being opened.
  let spoken: string | undefined;
  let numbers: Intl.NumberFormat | undefined;
  let plurals: Intl.PluralRules | undefined;
  const language = () => {
    spoken ??= getMessage("languageTag", []) || "en";
    return spoken;
  };
  const locale = () => (baseOf(uiLanguage) === baseOf(language()) ? uiLanguage : language());
  const number = (value: number) => {
    numbers ??= new Intl.NumberFormat(locale());
    return numbers.format(value);
  };
  const pluralFor = (count: number) => {
    // Of the messages' language, not the browser's: their forms are what is chosen among.
    plurals ??= new Intl.PluralRules(language());
    return plurals.select(count);
  };
  const say = (key: string, values: Readonly<Record<string, string>> = {}) => getMessage(key, inOrder(values));
  return {
    get language() {
      return language();
    },
    get locale() {
      return locale();
    },
    get direction() {
      return rightToLeft.has(baseOf(language())) ? "rtl" : "ltr";
    },
    say: (key, ...[values]) => say(key, values),
    around: (key, things) => fill(say(key, blanksFor(things)), things),
    count(key, count, ...[values]) {
      const all = { ...values, count: number(count) };
      return say(`${key}_${pluralFor(count)}`, all) || say(`${key}_other`, all);
    },
    number,
  };
}

/** Placeholders are numbered by the alphabet: so their order need not be known here, nor shipped. */
function inOrder(values: Readonly<Record<string, string>>): string[] {
  return Object.keys(values)
    .sort()
    .map((name) => values[name] ?? "");
}

/** Private use characters, which no message holds. */
const blank = /\uE000(\w+)\uE001/u;

function blanksFor(things: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.keys(things).map((name) => [name, `\uE000${name}\uE001`]));
}

function fill<Thing>(message: string, things: Readonly<Record<string, Thing>>): (string | Thing)[] {
  // Splitting by a pattern with a group gives text and names in turn.
  return message
    .split(blank)
    .map((piece, at): string | Thing => (at % 2 === 1 && piece in things ? (things[piece] as Thing) : piece))
    .filter((piece) => piece !== "");
}

function baseOf(tag: string): string {
  return tag.split(/[-_]/u)[0]?.toLowerCase() ?? "";
}
