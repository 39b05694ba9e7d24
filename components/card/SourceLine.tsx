import { formatDate } from "#core/pack/format-date.ts";
import type { ShippedSource } from "#core/pack/schema.ts";
import { textFragmentUrl } from "#core/pack/text-fragment.ts";
import { useCard } from "./card-context.ts";

type Named = Pick<ShippedSource, "publisher" | "title" | "url" | "published" | "dateInferred"> & Partial<ShippedSource>;

/** Who published the words, under which title, when, and what of it is inferred; the title leads to `quote` in the source. */
export function SourceLine({ source, quote }: { source: Named; quote: string }) {
  const { locale } = useCard();
  return (
    <p class="source-line">
      <span class="publisher">
        {source.publisher}
        {source.via ? `, via ${source.via}` : null}
      </span>
      {" · "}
      <a href={textFragmentUrl(source.url, quote)} target="_blank" rel="noopener noreferrer" lang={source.lang}>
        <cite>{source.title}</cite>
      </a>
      {source.titleInferred ? " (title inferred)" : null}
      {" · "}
      {source.published ? (
        <>
          <time dateTime={source.published}>{formatDate(source.published, locale)}</time>
          {source.dateInferred ? " (date inferred)" : null}
        </>
      ) : (
        "undated"
      )}
    </p>
  );
}
