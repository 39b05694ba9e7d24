import { textFragmentUrl } from "#core/pack/text-fragment.ts";
import { LeaveIcon } from "../icons.tsx";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";
import { useCard } from "./card-context.ts";
import { quotationClass } from "./quotation-class.ts";

/** The article's exact words, with a way to them in the article itself. */
export function ArticleQuote({ quote }: { quote: string }) {
  const words = useWords();
  const { article } = useCard().view;
  const lastSpace = quote.lastIndexOf(" ") + 1;
  return (
    <blockquote class={`words ${quotationClass(quote)}`} {...packText}>
      {quote.slice(0, lastSpace)}
      <span class="tail">
        <span class="last">{quote.slice(lastSpace)}</span>
        <a
          class="leave"
          href={textFragmentUrl(article.url, quote)}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={words.say("cardFindInArticle", { publisher: article.publisher })}
          lang={words.language}
        >
          <LeaveIcon />
        </a>
      </span>
    </blockquote>
  );
}
