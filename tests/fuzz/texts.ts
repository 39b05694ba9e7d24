import fc, { type Arbitrary } from "fast-check";
import { names } from "#packs/names.js";

const forms = names.rows.flatMap(([, , , joined]) => joined.split("|"));
const glue = [
  ..." \n.,-–'’“”()/@#|",
  "\u00A0",
  "\u00AD",
  "\u200B",
  "\u200D",
  "\u200F",
  "\u2060",
  "\u0301",
  "\u05B0",
  "\u064E",
  "\n\n",
  "...",
  "’s ",
  " und ",
  " of the ",
  " Jr.",
  "و",
  "ال",
  "ل",
  "ה",
  "של",
  "の",
  "の",
  "는",
  "ー",
  "😀",
  "\uD83D",
];

/** How a page may write a form: in capitals, decomposed, broken by invisible characters or over lines. */
const disguises: readonly ((form: string) => string)[] = [
  (form) => form,
  (form) => form,
  (form) => form.toUpperCase(),
  (form) => form.toLowerCase(),
  (form) => form.normalize("NFD"),
  (form) => form.normalize("NFKD"),
  (form) => form.replaceAll(" ", "\u00A0"),
  (form) => form.replaceAll(" ", "\n"),
  (form) => [...form].join("\u00AD"),
  (form) => [...form].join("\u200B"),
  (form) => form.replace(/[!-~]/g, (plain) => String.fromCharCode(plain.charCodeAt(0) + 0xfee0)),
  (form) => form.slice(1),
  (form) => form.slice(0, -1),
];

const piece: Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...forms), fc.constantFrom(...disguises)).map(([form, as]) => as(form)),
  },
  { weight: 6, arbitrary: fc.constantFrom(...glue) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
);

/** Texts that are hard to read: names, parts and disguises of names, what stands between them, and noise. */
export const anyText: Arbitrary<string> = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

/** Declared languages, right, wrong and none. */
export const anyLanguage: Arbitrary<string> = fc.constantFrom(
  "",
  "en",
  "uk",
  "ru",
  "ar",
  "he",
  "zh-Hant",
  "ja",
  "tr",
  "xx",
);
