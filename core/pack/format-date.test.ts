import { expect, test } from "vitest";
import { englishWords } from "../../tests/support/english-words.ts";
import { formatDate, formatSpan } from "./format-date.ts";

test.each([
  ["2014", "en-GB", "2014"],
  ["2014-03", "en-GB", "March 2014"],
  ["2014-03-18", "en-GB", "18 March 2014"],
  ["2024-01-01", "en-GB", "1 January 2024"],
  ["2024-12-31", "en-GB", "31 December 2024"],
  ["2014-03-18", "de", "18. März 2014"],
])("writes %s in %s as “%s”", (date, locale, expected) => {
  expect(formatDate(date, locale)).toBe(expected);
});

test.each([
  ["2008", undefined, "from 2008"],
  ["2019-05-20", undefined, "from 20 May 2019"],
  ["2016", "2018", "2016–2018"],
  ["2016-07", "2018-07", "July 2016 – July 2018"],
  ["2019-07-24", "2022-09-06", "24 July 2019 – 6 September 2022"],
  ["2008", "2012-05-07", "2008 – 7 May 2012"],
])("writes the time from %s to %s as “%s”", (from, to, expected) => {
  expect(formatSpan(from, to, englishWords)).toBe(expected);
});
