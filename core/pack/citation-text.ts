import type { Words } from "../words/words.ts";
import { formatDate } from "./format-date.ts";
import type { Citation, ShippedSource } from "./schema.ts";

type Named = Pick<ShippedSource, "publisher" | "title" | "url" | "published" | "dateInferred"> & Partial<ShippedSource>;

/** One citation as plain text: the quoted words, our translation, and who published them, when and where. */
export function citationText({ quote, translation }: Citation, source: ShippedSource, words: Words): string {
  const ours = translation ? ` (${words.say("cardTextTranslation", { words: quoted(translation) })})` : "";
  return `${quoted(quote)}${ours} ${sourceText(source, words)}`;
}

/** Who published the words, under which title, when and where, and what of it is inferred. */
export function sourceText(source: Named, words: Words): string {
  const { publisher, via, title, titleInferred, published, dateInferred, url } = source;
  const by = via ? words.say("sourceVia", { publisher, via }) : publisher;
  const name = titleInferred ? `${title} ${words.say("sourceTitleInferred")}` : title;
  const date = published ? formatDate(published, words.locale) : words.say("sourceUndated");
  return `${by}: ${name}, ${dateInferred ? `${date} ${words.say("sourceDateInferred")}` : date}. ${url}`;
}

/** In quote marks, where the words do not bring their own. */
export function quoted(words: string): string {
  return /^[“"]/u.test(words) ? words : `“${words}”`;
}
