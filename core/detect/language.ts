import type { NamesIndex } from "../names/names-index.ts";

/** Votes for languages (primary subtags), counted in their commonest words. */
export type LanguageVotes = ReadonlyMap<string, number>;

const isDecomposed = /[\u0300-\u036F]/;

/** Counts the common words of each language in `window` units around `at`; a word of several is shared among them. */
export function languageVotes(text: string, at: number, window: number, index: NamesIndex): Map<string, number> {
  const from = Math.max(0, at - window / 2);
  const around = text.slice(from, from + window);
  return index.commonWords.count(isDecomposed.test(around) ? around.normalize("NFC") : around);
}

/** The language that the votes agree on: at least `least` of them, and half as many again as the next language. */
export function winner(votes: LanguageVotes, least: number): string | undefined {
  let best: string | undefined;
  let most = 0;
  let next = 0;
  for (const [language, count] of votes) {
    if (count > most) [best, next, most] = [language, most, count];
    else if (count > next) next = count;
  }
  return most >= least && most >= next * 1.5 ? best : undefined;
}

/** The primary subtag of a BCP 47 tag, in lower case: `pt-BR` is `pt`. Serbian, Croatian and Bosnian stay apart. */
export function primaryLanguage(tag: string): string {
  const known = primaries.get(tag);
  if (known !== undefined) return known;
  const primary = /^[a-z]+/.exec(tag.trim().toLowerCase())?.[0] ?? "";
  // Pages may make up tags without end.
  if (primaries.size < 1000) primaries.set(tag, primary);
  return primary;
}

const primaries = new Map<string, string>();

/** Norwegian tags, which pages use one for the other. */
const aliases: Readonly<Record<string, string>> = { no: "nb", nn: "nb", iw: "he", in: "id", sh: "sr", bs: "hr" };

/** Whether a name of languages `langs` is at home in a text of language `tag`. */
export function speaks(langs: readonly string[], tag: string): boolean {
  const primary = primaryLanguage(tag);
  const language = aliases[primary] ?? primary;
  return langs.some((lang) => primaryLanguage(lang) === language);
}
