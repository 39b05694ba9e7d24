/** The class by which the styles put quote marks around a quotation that does not bring its own. */
export function quotationClass(quote: string): "bare" | "marked" {
  return /^["'“„«‘‚‹「『]/u.test(quote) ? "marked" : "bare";
}
