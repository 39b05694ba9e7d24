import { textFragmentUrl } from "#core/pack/text-fragment.ts";
import { LeaveIcon } from "../icons.tsx";
import { useCard } from "./card-context.ts";

/** The article's exact words, with a way to them in the article itself. */
export function ArticleQuote({ quote }: { quote: string }) {
  const { article } = useCard().view;
  const lastSpace = quote.lastIndexOf(" ") + 1;
  return (
    <blockquote class="words">
      {quote.slice(0, lastSpace)}
      <span class="tail">
        {quote.slice(lastSpace)}
        <a
          class="leave"
          href={textFragmentUrl(article.url, quote)}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={`Find these words in ${article.publisher}, in a new tab`}
        >
          <LeaveIcon />
        </a>
      </span>
    </blockquote>
  );
}
