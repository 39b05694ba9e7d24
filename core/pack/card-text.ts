import type { Words } from "../words/words.ts";
import { factDate, sectionFacts } from "./card-sections.ts";
import type { CardView } from "./card-view.ts";
import { citationText, quoted, sourceText } from "./citation-text.ts";
import { formatDate, formatSpan } from "./format-date.ts";
import { numberCitations } from "./number-citations.ts";
import type { Citation, Dispute, Fact } from "./schema.ts";

/** A card as plain text: its sections in its order, its statements with numbers, and under the numbers their citations. */
export function cardText(view: CardView, words: Words): string {
  const { card, article, researchEnds } = view;
  const numberOf = numberCitations(view);
  const dated = (date: string) => formatDate(date, words.locale);
  const cite = (citations: readonly Citation[]) => citations.map((citation) => `[${numberOf(citation)}]`).join("");
  const facts = (list: readonly Fact[]) =>
    list.map((fact) => `- ${dated(factDate(fact))}: ${fact.statement} ${cite(fact.citations)}`);
  const dispute = ({ about, article: said, accounts }: Dispute) => [
    `- ${about}`,
    `  - ${words.say("cardTextArticle", { words: said ? quoted(said) : words.say("cardArticleSilent") })}`,
    ...accounts.map(({ statement, asOf, citations }) => `  - ${dated(asOf)}: ${statement} ${cite(citations)}`),
  ];
  const { background, since } = sectionFacts(card.facts, article.published);
  const sections: [string, string[]][] = [
    [
      words.say("cardOffices"),
      card.offices.map(
        ({ title, from, to, citations }) => `- ${title}, ${formatSpan(from, to, words)} ${cite(citations)}`,
      ),
    ],
    [
      words.say("cardInArticle"),
      [
        ...card.article.map(({ statement, quote }) => `- ${statement ? `${statement} ` : ""}${quoted(quote)}`),
        sourceText(article, words),
      ],
    ],
    [words.say("cardBackground"), facts(background)],
    [words.say("cardSince"), facts(since)],
    [words.say("cardDisputes"), card.disputes.flatMap(dispute)],
    [words.say("cardTextSources"), sourceLines(view, words)],
  ];
  return [
    card.title,
    card.gloss,
    ...sections.flatMap(([title, lines]) => (lines.length > 0 ? ["", title, ...lines] : [])),
    "",
    `${words.say("extensionName")}. ${words.say("cardResearchTo", { date: dated(researchEnds) })}`,
  ].join("\n");
}

function sourceLines(view: CardView, words: Words): string[] {
  const { offices, facts, disputes } = view.card;
  const numberOf = numberCitations(view);
  const citing = [...offices, ...facts, ...disputes.flatMap(({ accounts }) => accounts)];
  const lines = new Map<number, string>();
  for (const citation of citing.flatMap(({ citations }) => citations)) {
    const source = view.sources[citation.source];
    const number = numberOf(citation);
    if (source) lines.set(number, `[${number}] ${citationText(citation, source, words)}`);
  }
  return [...lines].sort(([one], [other]) => one - other).map(([, line]) => line);
}
