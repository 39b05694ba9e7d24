import { type LanguageVotes, primaryLanguage, winner } from "./language.ts";

/** What one passage tells of the language it is written in. */
export interface Spoken {
  /** The language declared by the nearest `lang`, or "". */
  readonly lang: string;
  readonly votes: LanguageVotes;
}

/** The languages of a page, of which all passages are added before any is asked for. */
export interface PageLanguage {
  add(spoken: Spoken): void;
  /** The language a passage is read in: its own words' (`own`), else its nearest `lang`, else the page's words'. */
  of(lang: string, own: string | undefined): string;
}

/** The language that a passage's words tell by themselves, if they do. */
export function ownLanguage({ lang, votes }: Spoken): string | undefined {
  const own = winner(votes, 2);
  return own && (votes.get(primaryLanguage(lang)) ?? 0) * 2 > (votes.get(own) ?? 0) ? lang : own;
}

/** A page without passages. */
export function createPageLanguage(): PageLanguage {
  const total = new Map<string, number>();
  const declared = new Map<string, number>();
  const count = (votes: number, language: string) => total.set(language, (total.get(language) ?? 0) + votes);
  let known: { page: string | undefined; usual: string | undefined } | undefined;
  return {
    add({ lang, votes }) {
      votes.forEach(count);
      declared.set(lang, (declared.get(lang) ?? 0) + 1);
    },
    of(lang, own) {
      if (own !== undefined) return own;
      known ??= { page: winner(total, 4), usual: [...declared].sort(([, a], [, b]) => b - a)[0]?.[0] };
      const { page, usual } = known;
      return primaryLanguage(lang) !== "" && (lang !== usual || !page) ? lang : (page ?? lang);
    },
  };
}
