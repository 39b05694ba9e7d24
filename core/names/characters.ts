/**
 * How detection sees UTF-16 units: a class, which decides where a word ends, and a fold, by which spellings of the same
 * word meet. Tables are filled by blocks of 256 units when first met, so a page pays for the scripts it has.
 */

/** Punctuation and symbols: a token of its own. */
export const OTHER = 1;
/** Letters and digits of scripts that write words apart: a token is a run of them. */
export const LETTER = 2;
/** Han, Hiragana, Hangul, Thai and their like: each unit is a token. */
export const SINGLE = 3;
export const SPACE = 4;
/** Soft hyphens, zero-width characters and bidi controls: as if they were not there. */
export const IGNORED = 5;
/** What composes with the unit before it (NFD, Korean too) or decorates it (stress, vowel points). */
export const MARK = 6;
/** A token is a run of katakana, so that ロシア is not found in プロシア. */
export const KATAKANA = 7;

/** The tables of one world: the two scripts of a page share it, and 200 kB are not to be there twice. */
interface Tables {
  classes: Uint8Array;
  folds: Uint16Array;
}
const seat = Symbol.for("context-cards characters");
const world = globalThis as { [seat]?: Tables };
world[seat] ??= { classes: new Uint8Array(65536), folds: new Uint16Array(65536) };

/**
 * `classes`: class by UTF-16 unit; 0 where the unit's block has not been met; read through `classOf`. `folds`: folded unit
 * by UTF-16 unit; valid once the class is known.
 */
export const { classes, folds } = world[seat];

const letter = /[\p{L}\p{M}\p{N}]/u;
const single =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ignored = /\p{Default_Ignorable_Code_Point}/u;
const mark =
  /[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u1160-\u11FF\u3099\u309A]/u;
const katakana = /[\p{Script=Katakana}\u30FC]/u;

/** Spellings that mean the same letter: apostrophes, quotes, hyphens, Turkish i, final sigma, Greek accents, alef, yeh. */
const equivalents: readonly [to: string, from: string][] = [
  ["'", "’‘ʼʹ´`′׳＇"],
  ['"', "“”„″״«»"],
  ["-", "‐‑⁃−"],
  [".", "．"],
  ["i", "İı"],
  ["σ", "ς"],
  ["α", "ά"],
  ["ε", "έ"],
  ["η", "ή"],
  ["ι", "ίϊΐ"],
  ["ο", "ό"],
  ["υ", "ύϋΰ"],
  ["ω", "ώ"],
  ["е", "ё"],
  ["ا", "أإآٱ"],
  ["ي", "یى"],
  ["ك", "ک"],
  ["・", "･·‧•"],
  ["ț", "ţ"],
  ["ș", "ş"],
];
const equivalent = new Map(
  equivalents.flatMap(([to, from]) => [...from].map((unit) => [unit.charCodeAt(0), to.charCodeAt(0)] as const)),
);

/** A letter with all others that are written for it, of the same case: the members of a regular expression's class. */
export function spellingsOf(letter: string): string {
  const isCapital = letter !== letter.toLowerCase();
  const lower = letter.toLowerCase();
  const group = equivalents.find(([to, from]) => to === lower || from.includes(lower));
  // A dotless small i is the Turkish letter's alone.
  if (!group || letter === "i" || !/\p{L}/u.test(letter)) return letter;
  const spellings = [letter, ...group.join("")].map((one) => (isCapital ? one.toUpperCase() : one));
  return [...new Set(spellings.filter((one) => one.length === 1))].join("");
}

function classify(unit: number, character: string): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return OTHER;
  if (/\s/.test(character)) return SPACE;
  if (ignored.test(character)) return IGNORED;
  if (mark.test(character)) return MARK;
  if (katakana.test(character)) return KATAKANA;
  if (single.test(character)) return SINGLE;
  return letter.test(character) ? LETTER : OTHER;
}

function foldUnit(unit: number, character: string): number {
  // Full-width forms of ASCII.
  if (unit >= 0xff01 && unit <= 0xff5e) return foldUnit(unit - 0xfee0, String.fromCharCode(unit - 0xfee0));
  const lower = character.toLowerCase();
  const folded = lower.length === 1 ? lower.charCodeAt(0) : unit;
  return equivalent.get(folded) ?? equivalent.get(unit) ?? folded;
}

/** Fills the block of 256 units around `unit`; answers the unit's class. */
export function learn(unit: number): number {
  const first = unit & 0xff00;
  const isPlain = plainBlocks.some(([from, to]) => first >= from && first < to);
  for (let u = first; u < first + 256; u++) {
    const character = isPlain ? "" : String.fromCharCode(u);
    classes[u] = isPlain ? SINGLE : classify(u, character);
    folds[u] = isPlain ? u : foldUnit(u, character);
  }
  return classes[unit] as number;
}

/** Han ideographs and Hangul syllables, whole blocks of them: a page in these scripts meets a hundred blocks. */
const plainBlocks: readonly [from: number, to: number][] = [
  [0x3400, 0x4d00],
  [0x4e00, 0x9f00],
  [0xac00, 0xd700],
];

/** The class of a UTF-16 unit; NaN (beyond the text) is a space. */
export function classOf(unit: number): number {
  return Number.isNaN(unit) ? SPACE : classes[unit] || learn(unit);
}

/**
 * The folded form by which spellings meet: NFC, lower case, equivalents unified, marks and ignored characters dropped,
 * white space runs one space. Not for display: its length differs from the input's.
 */
export function fold(text: string): string {
  // Most is ASCII, and has nothing to fold but its case and its white space.
  if (/^[!-_a-~]+(?: [!-_a-~]+)*$/.test(text)) return text.toLowerCase();
  let folded = "";
  let spaced = false;
  const composed = text.normalize("NFC");
  for (let at = 0; at < composed.length; at++) {
    const unit = composed.charCodeAt(at);
    const kind = classes[unit] || learn(unit);
    if (kind === IGNORED || kind === MARK) continue;
    if (kind === SPACE) {
      if (!spaced) folded += " ";
      spaced = true;
      continue;
    }
    spaced = false;
    folded += String.fromCharCode(folds[unit] as number);
  }
  return folded;
}

/** Whether `text` from `start` to `end` folds to `folded`. */
export function isFoldOf(folded: string, text: string, start: number, end: number): boolean {
  let next = 0;
  let spaced = false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const kind = classes[unit] || learn(unit);
    if (kind === IGNORED) continue;
    if (kind === SPACE && spaced) continue;
    spaced = kind === SPACE;
    // A mark may compose with the unit before.
    if (folded.charCodeAt(next) !== (spaced ? 32 : folds[unit])) return fold(text.slice(start, end)) === folded;
    next++;
  }
  return next === folded.length || fold(text.slice(start, end)) === folded;
}

/** As `fold`, unit by unit: nothing is dropped, so offsets into the result are offsets into the text. */
export function foldUnits(text: string): string {
  let folded = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!classes[unit]) learn(unit);
    folded += String.fromCharCode(folds[unit] as number);
  }
  return folded;
}
