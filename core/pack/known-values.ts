const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** Whether `tag` is a BCP 47 tag in its canonical form whose language and script the Unicode CLDR knows. */
export function isKnownLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag && languageNames.of(tag) !== undefined;
  } catch {
    return false;
  }
}

/** Whether an ISO 8601 date, of full or reduced precision, is in the calendar (2023-02-29 is not). */
export function isRealDate(date: string): boolean {
  const parsed = new Date(date);
  return !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(date);
}
