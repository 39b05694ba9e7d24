import { factDate } from "#core/pack/card-sections.ts";
import type { Fact } from "#core/pack/schema.ts";
import { useWords } from "../words.ts";
import { Cited } from "./Cited.tsx";
import { useCard } from "./card-context.ts";
import { Dated } from "./Dated.tsx";

/** Facts along one line of time, each part in the order given: what the article could know, its own day, what came after. */
export function Timeline({ background, since }: { background: readonly Fact[]; since: readonly Fact[] }) {
  const words = useWords();
  const { article } = useCard().view;
  return (
    <div class="section timeline">
      {background.length > 0 ? (
        <>
          <h3 data-part="background" tabIndex={-1}>
            {words.say("cardBackground")}
          </h3>
          <Facts name="background" facts={background} />
        </>
      ) : null}
      <p class="here">
        <Dated date={article.published} /> · {words.say("cardTheArticle")}
      </p>
      {since.length > 0 ? (
        <>
          <h3 data-part="since" tabIndex={-1}>
            {words.say("cardSince")}
          </h3>
          <Facts name="since" facts={since} />
        </>
      ) : null}
    </div>
  );
}

function Facts({ name, facts }: { name: string; facts: readonly Fact[] }) {
  return (
    <ol class={`time ${name}`}>
      {facts.map((fact) => (
        <li key={fact.statement}>
          <Dated date={factDate(fact)} />
          <Cited statement={fact.statement} citations={fact.citations} />
        </li>
      ))}
    </ol>
  );
}
