import type { Words } from "../words/words.ts";

const partsByPrecision: Record<number, Intl.DateTimeFormatOptions> = {
  1: { year: "numeric" },
  2: { year: "numeric", month: "long" },
  3: { year: "numeric", month: "long", day: "numeric" },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** An ISO 8601 calendar date of reduced precision (`2014`, `2014-03`, `2014-03-18`) in the words of `locale`. */
export function formatDate(date: string, locale: string): string {
  return formatterFor(date, locale).format(new Date(date));
}

/** A stretch of time in the interface’s words: `2016–2018`, `24 July 2019 – 6 September 2022`; without `to`, `from 2008`. */
export function formatSpan(from: string, to: string | undefined, words: Words): string {
  const start = formatDate(from, words.locale);
  if (to === undefined) return words.say("cardFrom", { date: start });
  const end = formatDate(to, words.locale);
  // An en rule stands close between single words, and in spaces between groups of them.
  return /\s/.test(start + end) ? `${start} – ${end}` : `${start}–${end}`;
}

function formatterFor(date: string, locale: string): Intl.DateTimeFormat {
  const precision = date.split("-").length;
  const key = `${locale} ${precision}`;
  // Making a formatter costs more than all the formatting a card needs.
  const known = formatters.get(key);
  if (known) return known;
  // The dates name days, not moments: without this they would shift west of Greenwich.
  const made = new Intl.DateTimeFormat(locale, { ...partsByPrecision[precision], timeZone: "UTC" });
  formatters.set(key, made);
  return made;
}
