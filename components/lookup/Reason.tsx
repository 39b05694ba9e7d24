import { Fragment } from "preact";
import type { LookupResult } from "#core/lookup/create-lookup.ts";
import { findWords } from "#core/lookup/find-words.ts";
import type { Words } from "#core/words/words.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";

interface Props {
  result: LookupResult;
  query: string;
}

/** Languages that are named one by one; of more the first two and their number. */
const mostLanguages = 3;
/** How much of a sentence stands before the first word that matched, in UTF-16 units. */
const before = 24;

/** Why a card was found: the name that matched with its languages, or the sentence with the words that did. */
export function Reason({ result: { reason, gloss }, query }: Props) {
  const words = useWords();
  if (reason.kind === "title") return <span {...packText}>{gloss}</span>;
  if (reason.kind === "name") {
    const [lang] = reason.langs;
    return (
      <>
        <bdi lang={lang}>{reason.text}</bdi>{" "}
        {reason.langs.length > 0 ? <span class="langs">{languagesOf(reason.langs, words)}</span> : null}
      </>
    );
  }
  const { text, places } = cut(reason.text, findWords(reason.text, query));
  const ends = places.map(({ end }) => end);
  return (
    <span {...packText}>
      {places.map(({ start, end }, at) => (
        <Fragment key={start}>
          {text.slice(ends[at - 1] ?? 0, start)}
          <b>{text.slice(start, end)}</b>
        </Fragment>
      ))}
      {text.slice(ends.at(-1) ?? 0)}
    </span>
  );
}

/** The reader's own language first. */
function languagesOf(langs: readonly string[], { locale, count }: Words): string {
  const names = new Intl.DisplayNames([locale], { type: "language" });
  const own = langs.filter((lang) => locale.startsWith(lang));
  const ordered = [...own, ...langs.filter((lang) => !own.includes(lang))].map((lang) => names.of(lang) ?? lang);
  const list = (some: string[]) => new Intl.ListFormat([locale], { type: "unit", style: "short" }).format(some);
  if (ordered.length <= mostLanguages) return list(ordered);
  return count("lookupMoreLanguages", ordered.length - 2, { first: list(ordered.slice(0, 2)) });
}

/** A sentence from shortly before the first of its places on: it is shown on one line. */
function cut(text: string, places: readonly { start: number; end: number }[]) {
  const first = places[0]?.start ?? 0;
  if (first <= before) return { text, places };
  const from = text.indexOf(" ", first - before) + 1;
  const lead = "… ";
  const shift = lead.length - from;
  return {
    text: lead + text.slice(from),
    places: places.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}
