/** Longer quotations are named by their first and last words: a range also matches across paragraphs and inner markup. */
const wholeUpTo = 10;
const wordsAtEachEnd = 5;

/**
 * The address of `quote` inside the page at `url`, as a text directive (URL Fragment Text Directives, WICG):
 * `url#:~:text=start[,end]`. An own fragment of `url` is kept. A quote without letters or digits gives `url` as it is.
 */
export function textFragmentUrl(url: string, quote: string): string {
  const words = quote.trim().split(/\s+/u);
  const ends = [words.slice(0, wordsAtEachEnd), words.slice(-wordsAtEachEnd)];
  const parts = (words.length <= wholeUpTo ? [words] : ends).map((some) => trimToWords(some.join(" ")));
  if (parts.includes("")) return url;
  const [base = url, ...fragments] = url.split("#");
  const fragment = fragments.join("#").split(":~:")[0] ?? "";
  return `${base}#${fragment}:~:text=${parts.map(encodeDirective).join(",")}`;
}

/** Punctuation at the ends is often the quoting writer's own. */
function trimToWords(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "");
}

/** In a directive `-`, `,` and `&` are syntax; encodeURIComponent leaves the hyphen alone, and throws at half a character. */
function encodeDirective(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");
}
