import { numberCitations } from "#components/card/number-citations.ts";
import { factDate, sectionFacts } from "#core/pack/card-sections.ts";
import type { CardView } from "#core/pack/card-view.ts";
import { formatDate, formatSpan } from "#core/pack/format-date.ts";
import type { Citation, Fact } from "#core/pack/schema.ts";
import { englishWords } from "../tests/support/english-words.ts";

const { locale } = englishWords;

/** A card as plain text: its sections, its statements with numbers, and under the numbers who says so in which words. */
export function cardText(view: CardView): string {
  const { card, article, researchEnds } = view;
  const numberOf = numberCitations(view);
  const cite = (citations: readonly Citation[]) => citations.map((citation) => `[${numberOf(citation)}]`).join("");
  const facts = (list: readonly Fact[]) =>
    list.map((fact) => `- ${formatDate(factDate(fact), locale)}: ${fact.statement} ${cite(fact.citations)}`);
  const { background, since } = sectionFacts(card.facts, article.published);
  const sections: [string, string[]][] = [
    [
      englishWords.say("cardOffices"),
      card.offices.map(
        ({ title, from, to, citations }) => `- ${title}, ${formatSpan(from, to, englishWords)} ${cite(citations)}`,
      ),
    ],
    [
      englishWords.say("cardInArticle"),
      card.article.map(({ statement, quote }) => `- ${statement ? `${statement} ` : ""}${quoted(quote)}`),
    ],
    [
      englishWords.say("cardDisputes"),
      card.disputes.flatMap(({ about, article: words, accounts }) => [
        `- ${about}${words ? `; the article: ${quoted(words)}` : ""}`,
        ...accounts.map(({ statement, citations }) => `    ${statement} ${cite(citations)}`),
      ]),
    ],
    [englishWords.say("cardBackground"), facts(background)],
    [englishWords.say("cardSince"), facts(since)],
    ["Sources", sourceLines(view)],
  ];
  return [
    card.title,
    card.gloss,
    ...sections.flatMap(([title, lines]) => (lines.length > 0 ? ["", title, ...lines] : [])),
    "",
    englishWords.say("cardResearchTo", { date: formatDate(researchEnds, locale) }),
  ].join("\n");
}

function sourceLines(view: CardView): string[] {
  const { offices, facts, disputes } = view.card;
  const numberOf = numberCitations(view);
  const lines = new Map<number, string>();
  const citing = [...offices, ...facts, ...disputes.flatMap(({ accounts }) => accounts)];
  for (const citation of citing.flatMap(({ citations }) => citations)) {
    const source = view.sources[citation.source];
    if (!source) continue;
    const publisher = source.via
      ? englishWords.say("sourceVia", { publisher: source.publisher, via: source.via })
      : source.publisher;
    const date = source.published ? formatDate(source.published, locale) : englishWords.say("sourceUndated");
    const number = `[${numberOf(citation)}]`.padEnd(4);
    lines.set(
      numberOf(citation),
      `${number} ${publisher}: ${source.title}, ${date}\n     ${quoted(citation.quote)}${citation.translation ? ` (${citation.translation})` : ""}`,
    );
  }
  return [...lines].sort(([one], [other]) => one - other).map(([, line]) => line);
}

/** In quote marks, where the words do not bring their own. */
function quoted(words: string): string {
  return /^[“"]/u.test(words) ? words : `“${words}”`;
}
