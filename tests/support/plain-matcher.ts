import { prefixesOf } from "#core/detect/prefixes.ts";
import type { NamesModule } from "#core/names/names-module.ts";

/** A written form found in a text. */
export interface PlainFind {
  start: number;
  end: number;
  folded: string;
}

const marks =
  /[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u1160-\u11FF\u3099\u309A]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const same: readonly (readonly [string, string])[] = [
  ["’‘ʼʹ´`′׳", "'"],
  ["“”„″״«»", '"'],
  ["‐‑⁃−", "-"],
  ["ı", "i"],
  ["ς", "σ"],
  ["ά", "α"],
  ["έ", "ε"],
  ["ή", "η"],
  ["ίϊΐ", "ι"],
  ["ό", "ο"],
  ["ύϋΰ", "υ"],
  ["ώ", "ω"],
  ["ё", "е"],
  ["أإآٱ", "ا"],
  ["یى", "ي"],
  ["ک", "ك"],
  ["･·‧•", "・"],
  ["ţ", "ț"],
  ["ş", "ș"],
];
const plainOf = new Map(same.flatMap(([many, one]) => [...many].map((character) => [character, one] as const)));

type Kind = "space" | "ignored" | "mark" | "katakana" | "single" | "letter" | "other";

const kinds = new Map<string, Kind>();

/** What a UTF-16 unit is, by Unicode's properties alone. */
function kindOf(unit: string): Kind {
  const kind = kinds.get(unit) ?? findKind(unit);
  kinds.set(unit, kind);
  return kind;
}

function findKind(unit: string): Kind {
  if (/[\uD800-\uDFFF]/.test(unit)) return "other";
  if (/\s/.test(unit)) return "space";
  if (/\p{Default_Ignorable_Code_Point}/u.test(unit)) return "ignored";
  if (marks.test(unit)) return "mark";
  if (/[\p{Script=Katakana}ー]/u.test(unit)) return "katakana";
  if (unspaced.test(unit)) return "single";
  return /[\p{L}\p{M}\p{N}]/u.test(unit) ? "letter" : "other";
}

/** As `fold`, written for plainness: one rule after the other, each over the whole text. */
export function plainFold(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .split("")
    .filter((unit) => !["ignored", "mark"].includes(kindOf(unit)))
    .map((unit) => (unit === "İ" ? "i" : unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit))
    .map((unit) => plainOf.get(unit) ?? unit)
    .join("")
    .replace(/\s+/g, " ");
}

/** A word, or what stands for one: a run of letters, a single ideograph, a punctuation mark. */
interface Token {
  start: number;
  end: number;
  kind: Kind;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text.charAt(at));
    const last = tokens.at(-1);
    const between = last && [...text.slice(last.end, at)].map(kindOf);
    if (kind === "mark" && last && between?.every((one) => one === "ignored") && (last.end === at || isRun(last))) {
      last.end = at + 1;
    } else if (isRun({ kind }) && last?.kind === kind && between?.every((one) => one === "ignored")) {
      last.end = at + 1;
    } else if (!["space", "ignored", "mark"].includes(kind)) {
      tokens.push({ start: at, end: at + 1, kind });
    }
  }
  return tokens;
}

function isRun({ kind }: { kind: Kind }): boolean {
  return kind === "letter" || kind === "katakana";
}

/**
 * A matcher to hold the real one against: no tables, no hashes, no index. Every run of tokens that begins with a word and
 * reads, folded, like a form of a name or decoy; in Arabic and Hebrew also behind the words written on to it.
 */
export function createPlainMatcher({ rows }: NamesModule): (text: string) => PlainFind[] {
  const forms = new Set(rows.flatMap(([, , , joined]) => joined.split("|").map(plainFold)));
  const longest = Math.max(...[...forms].map((form) => tokensOf(form).length));
  return (text) => {
    const tokens = tokensOf(text);
    const found: PlainFind[] = [];
    tokens.forEach((first, index) => {
      if (first.kind === "other") return;
      for (const { end } of tokens.slice(index, index + longest)) {
        const folded = plainFold(text.slice(first.start, end));
        if (forms.has(folded)) found.push({ start: first.start, end, folded });
        if (!/[\u0590-\u06FF]/.test(text.charAt(first.start))) continue;
        const token = plainFold(text.slice(first.start, first.end));
        for (const { rest, length } of prefixesOf(token)) {
          const inner = rest + plainFold(text.slice(first.end, end));
          if (forms.has(inner)) found.push({ start: behind(text, first.start, length), end, folded: inner });
        }
      }
    });
    return found;
  };
}

/** The place after the first `count` letters, and the marks on the last of them. */
function behind(text: string, start: number, count: number): number {
  let at = start;
  for (let left = count; left > 0; at++) if (!["mark", "ignored"].includes(kindOf(text.charAt(at)))) left--;
  while (at < text.length && kindOf(text.charAt(at)) === "mark") at++;
  return at;
}
