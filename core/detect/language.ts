import { fold } from "../names/characters.ts";
import type { NamesIndex } from "../names/names-index.ts";

/** Votes for languages (primary subtags), counted in their commonest words. */
export type LanguageVotes = ReadonlyMap<string, number>;

/** Counts the common words of each language in `window` units around `at`; a word of several is shared among them. */
export function languageVotes(text: string, at: number, window: number, index: NamesIndex): Map<string, number> {
  const votes = new Map<string, number>();
  const from = Math.max(0, at - window / 2);
  for (const word of new Set(fold(text.slice(from, from + window)).match(/[\p{L}\p{M}]+/gu))) {
    const languages = index.commonWords.get(word);
    if (!languages) continue;
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
  }
  return votes;
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
  return /^[a-z]+/.exec(tag.trim().toLowerCase())?.[0] ?? "";
}

/** Norwegian tags, which pages use one for the other. */
const aliases: Readonly<Record<string, string>> = { no: "nb", nn: "nb", iw: "he", in: "id", sh: "sr", bs: "hr" };

/** Whether a name of languages `langs` is at home in a text of language `tag`. */
export function speaks(langs: readonly string[], tag: string): boolean {
  const primary = primaryLanguage(tag);
  const language = aliases[primary] ?? primary;
  return langs.some((lang) => primaryLanguage(lang) === language);
}
