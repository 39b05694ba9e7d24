import type { Failure } from "./failure.ts";
import { isKnownLanguage, isRealDate } from "./known-values.ts";
import { countWords, isQuotedFrom, nearestPassage } from "./quotation.ts";
import type { Card, Citation, Pack, Source } from "./schema.ts";

/** What a card is checked against. */
export interface CardSurroundings {
  file: string;
  pack: Pack;
  articleText: string;
  sources: Readonly<Record<string, Source>>;
  cardIds: ReadonlySet<string>;
}

const articleWordLimit = 40;
const sourceWordLimit = 25;
/** A bundled card cannot know what holds when it is read. */
const timelessness = /(?<![\p{L}\p{N}])(?:now|currently|today)(?![\p{L}\p{N}])/iu;

/** All that a schema cannot see: quotations, ids, dates, languages and forbidden words of one card. */
export function checkCard(card: Card, { file, pack, articleText, sources, cardIds }: CardSurroundings): Failure[] {
  const failures: Failure[] = [];
  const fail = (where: string, wrong: string, expected: string) =>
    failures.push({ file, subject: `card ${card.id}`, where, wrong, expected });

  const checkStatement = (statement: string | undefined, where: string) => {
    const word = statement?.match(timelessness)?.[0];
    if (word) fail(where, `says “${word}”, which a bundled card cannot know`, "a date, or the past tense");
  };
  const checkQuotation = (quote: string, where: string, texts: readonly string[], owner: string, limit: number) => {
    if (!texts.some((text) => isQuotedFrom(quote, text))) {
      fail(where, `“${quote}” is not in ${owner}`, `words found there; the nearest: “${nearestPassage(quote, texts)}”`);
    }
    const words = countWords(quote);
    if (words > limit) fail(where, `the quotation has ${words} words: “${quote}”`, `at most ${limit} words`);
  };
  const checkDate = (date: string | undefined, where: string) => {
    if (date === undefined) return;
    if (!isRealDate(date)) fail(where, `“${date}” is not in the calendar`, "a date that exists");
    if (date.slice(0, pack.researchEnds.length) > pack.researchEnds) {
      fail(where, `${date} is after the research ends`, `${pack.researchEnds} (pack.json, researchEnds) or before`);
    }
  };
  const checkCitation = ({ source: id, quote, lang, translation }: Citation, where: string) => {
    const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
    if (!source) return fail(`${where}.source`, `there is no source “${id}”`, "an id of sources.json");
    checkQuotation(quote, `${where}.quote`, source.excerpts, `the excerpts of source “${id}”`, sourceWordLimit);
    if (lang && !isKnownLanguage(lang)) fail(`${where}.lang`, `“${lang}” is no known language`, "a BCP 47 tag");
    if (lang && lang !== "en" && !translation) {
      fail(`${where}.translation`, `the quotation is in ${lang} and not translated`, "our English rendering of it");
    }
  };
  const checkCitations = (citations: readonly Citation[], where: string) => {
    for (const [at, citation] of citations.entries()) checkCitation(citation, `${where}.citations[${at}]`);
  };

  checkStatement(card.gloss, "gloss");
  for (const [at, { title, from, to, citations }] of card.offices.entries()) {
    const where = `offices[${at}]`;
    checkStatement(title, `${where}.title`);
    checkDate(from, `${where}.from`);
    checkDate(to, `${where}.to`);
    if (to && to < from.slice(0, to.length))
      fail(`${where}.to`, `${to} is before ${from}`, "an end after the beginning");
    checkCitations(citations, where);
  }
  for (const [at, { statement, quote }] of card.article.entries()) {
    checkStatement(statement, `article[${at}].statement`);
    checkQuotation(quote, `article[${at}].quote`, [articleText], "article.txt", articleWordLimit);
  }
  for (const [at, { statement, asOf, happened, citations }] of card.facts.entries()) {
    const where = `facts[${at}]`;
    checkStatement(statement, `${where}.statement`);
    checkDate(asOf, `${where}.asOf`);
    checkDate(happened, `${where}.happened`);
    checkCitations(citations, where);
  }
  for (const [at, { about, article, accounts }] of card.disputes.entries()) {
    checkStatement(about, `disputes[${at}].about`);
    if (article) checkQuotation(article, `disputes[${at}].article`, [articleText], "article.txt", articleWordLimit);
    for (const [index, { statement, asOf, citations }] of accounts.entries()) {
      const where = `disputes[${at}].accounts[${index}]`;
      checkStatement(statement, `${where}.statement`);
      checkDate(asOf, `${where}.asOf`);
      checkCitations(citations, where);
    }
  }
  for (const [at, id] of card.related.entries()) {
    const where = `related[${at}]`;
    if (id === card.id) fail(where, "the card is related to itself", "the id of another card");
    else if (!cardIds.has(id)) fail(where, `there is no card “${id}”`, "the id of a card of this pack");
    if (card.related.indexOf(id) < at) fail(where, `“${id}” is listed twice`, "each related card once");
  }
  return failures;
}
