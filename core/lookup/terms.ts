/** Letters that Unicode does not decompose, as readers without them on the keyboard type them. */
const plainLetters: Readonly<Record<string, string>> = {
  ı: "i",
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}]/u;
const run = new RegExp(`${unspaced.source}+|(?:(?!${unspaced.source})[\\p{L}\\p{N}])+`, "gu");

/** `text` for comparison: no case, no diacritics, compatibility forms resolved; punctuation as single spaces. */
export function foldText(text: string): string {
  // Half of all names are plain Latin letters: the rest is much slower.
  if (/^[ -~]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .normalize("NFC")
      .toLowerCase()
      // With what is not seen, as a soft hyphen, and what but stretches an Arabic word. A non-joiner parts Persian words.
      .replace(/(?!\u200C)[\p{M}\p{Default_Ignorable_Code_Point}\u0640]/gu, "")
      .replace(/[ıłøđðħßæœþ]/g, (letter) => plainLetters[letter] ?? letter)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
  );
}

/** The terms of `text`, folded: words, and in scripts without spaces the overlapping pairs of characters. */
export function termsOf(text: string): string[] {
  return (foldText(text).match(run) ?? []).flatMap((word) => (unspaced.test(word) ? pairsOf(word) : [word]));
}

function pairsOf(word: string): string[] {
  const characters = [...word];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}
