import { expect, test } from "vitest";
import { textFragmentUrl } from "./text-fragment.ts";

const page = "https://example.org/news";

test.each([
  ["a short quotation, whole", page, "the NATO umbrella", "#:~:text=the%20NATO%20umbrella"],
  ["hyphens, commas and ampersands", page, "UK-led, then R&D", "#:~:text=UK%2Dled%2C%20then%20R%26D"],
  ["quotation marks and stops around the words", page, "“No one offered us.”", "#:~:text=No%20one%20offered%20us"],
  ["marks inside the words", page, "Ukraine’s path (50%)", "#:~:text=Ukraine%E2%80%99s%20path%20(50"],
  ["line breaks as spaces", page, "hot stage\n of the war", "#:~:text=hot%20stage%20of%20the%20war"],
  ["Cyrillic", page, "Саміт НАТО", "#:~:text=%D0%A1%D0%B0%D0%BC%D1%96%D1%82%20%D0%9D%D0%90%D0%A2%D0%9E"],
  [
    "a long quotation, by its ends",
    page,
    "If we want to stop the hot stage of the war, we should take under the NATO umbrella",
    "#:~:text=If%20we%20want%20to%20stop,take%20under%20the%20NATO%20umbrella",
  ],
  ["a dash that stands alone is no word", page, "one – two", "#:~:text=one%20%E2%80%93%20two"],
  ["nothing to look for", page, "“…”", ""],
])("points at %s", (_, url, quote, expected) => {
  expect(textFragmentUrl(url, quote)).toBe(url + expected);
});

test.each([
  ["https://example.org/#top", "https://example.org/#top:~:text=peace"],
  ["https://example.org/#:~:text=war", "https://example.org/#:~:text=peace"],
  ["https://example.org/?a=1#", "https://example.org/?a=1#:~:text=peace"],
])("keeps what %s already has", (url, expected) => {
  expect(textFragmentUrl(url, "peace")).toBe(expected);
});
