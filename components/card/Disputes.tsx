import type { Dispute } from "#core/pack/schema.ts";
import { ArticleQuote } from "./ArticleQuote.tsx";
import { Cited } from "./Cited.tsx";
import { Dated } from "./Dated.tsx";

/** The places where the article and other accounts differ: its words, then theirs. */
export function Disputes({ disputes }: { disputes: readonly Dispute[] }) {
  return (
    <>
      {disputes.map(({ about, article, accounts }) => (
        <article key={about} class="dispute">
          <h4>{about}</h4>
          <p class="label">The article</p>
          {article ? <ArticleQuote quote={article} /> : <p class="silent">says nothing on this.</p>}
          <p class="label">Other accounts</p>
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
