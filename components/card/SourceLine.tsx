import { formatDate } from "#core/pack/format-date.ts";
import type { ShippedSource } from "#core/pack/schema.ts";
import { textFragmentUrl } from "#core/pack/text-fragment.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";

type Named = Pick<ShippedSource, "publisher" | "title" | "url" | "published" | "dateInferred"> & Partial<ShippedSource>;

/** Who published the words, under which title, when, and what of it is inferred; the title leads to `quote` in the source. */
export function SourceLine({ source, quote }: { source: Named; quote: string }) {
  const words = useWords();
  return (
    <p class="source-line">
      <span class="publisher" {...packText}>
        {source.via ? words.say("sourceVia", { publisher: source.publisher, via: source.via }) : source.publisher}
      </span>
      {" · "}
      <a
        href={textFragmentUrl(source.url, quote)}
        target="_blank"
        rel="noopener noreferrer"
        lang={source.lang}
        dir="auto"
      >
        <cite>{source.title}</cite>
      </a>
      {source.titleInferred ? ` ${words.say("sourceTitleInferred")}` : null}
      {" · "}
      {source.published ? (
        <>
          <time dir="auto" dateTime={source.published}>
            {formatDate(source.published, words.locale)}
          </time>
          {source.dateInferred ? ` ${words.say("sourceDateInferred")}` : null}
        </>
      ) : (
        words.say("sourceUndated")
      )}
    </p>
  );
}
