import type { Dispute } from "#core/pack/schema.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";
import { ArticleQuote } from "./ArticleQuote.tsx";
import { Cited } from "./Cited.tsx";
import { Dated } from "./Dated.tsx";

/** The places where the article and other accounts differ: its words, then theirs. */
export function Disputes({ disputes }: { disputes: readonly Dispute[] }) {
  const words = useWords();
  return (
    <>
      {disputes.map(({ about, article, accounts }) => (
        <article key={about} class="dispute">
          <h4 {...packText}>{about}</h4>
          <p class="label">{words.say("cardTheArticle")}</p>
          {article ? <ArticleQuote quote={article} /> : <p class="silent">{words.say("cardArticleSilent")}</p>}
          <p class="label">{words.say("cardOtherAccounts")}</p>
          <ul>
            {accounts.map((account) => (
              <li key={account.statement}>
                <Dated date={account.asOf} />
                <Cited statement={account.statement} citations={account.citations} />
              </li>
            ))}
          </ul>
        </article>
      ))}
    </>
  );
}
