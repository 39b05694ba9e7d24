import { caseRules } from "../pack/schema.ts";
import { toBase64 } from "./base64.ts";
import { classOf, IGNORED, MARK, SPACE } from "./characters.ts";
import type { NameRow, NameTableModule } from "./names-module.ts";
import { endOfToken, hashCharacter, hashToken, seed } from "./tokens.ts";

/** Hashes all forms of the rows, token by token, so that no page has to. See `NameTableModule`. */
export function compileNameTable(rows: readonly NameRow[]): NameTableModule {
  const links = new Map<number, number>();
  const begins: boolean[] = [];
  const added: number[] = [];
  const known: number[] = [];
  const starts: boolean[] = [];
  const smallStarts: boolean[] = [];
  for (const [, , flags, forms] of rows) {
    for (const form of forms.split("|")) {
      const hashes = hashesOf(form);
      const before = links.size;
      for (const hash of hashes) if (!links.has(hash)) links.set(hash, links.size);
      const chain = hashes.map((hash) => links.get(hash) ?? 0);
      for (const link of chain.slice(0, -1)) begins[link] = true;
      const [first = 0] = chain;
      starts[first] = true;
      if (caseRules[flags & 3] === "any" || !startsUpper(form)) smallStarts[first] = true;
      added.push(links.size - before);
      if (links.size === before) known.push(chain.at(-1) ?? 0);
    }
  }
  return {
    hashes: numbersAsText([...links.keys()]),
    begins: bitsOf(begins, links.size),
    added: added.map((count) => String.fromCharCode(48 + count)).join(""),
    known: numbersAsText(known),
    starts: bitsOf(starts, links.size),
    smallStarts: bitsOf(smallStarts, links.size),
  };
}

/** The lower 24 bits of each. */
function numbersAsText(numbers: readonly number[]): string {
  return toBase64(Uint8Array.from(numbers.flatMap((number) => [number, number >> 8, number >> 16])));
}

function bitsOf(answers: readonly boolean[], count: number): string {
  const bits = new Uint8Array((count + 7) >> 3);
  for (let at = 0; at < count; at++) if (answers[at]) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  return toBase64(bits);
}

/** Whether a form's first token begins with a capital. What folds to another letter in a script without them is none. */
function startsUpper(form: string): boolean {
  let at = 0;
  while (at < form.length && [SPACE, IGNORED, MARK].includes(classOf(form.charCodeAt(at)))) at++;
  const first = form.charAt(at);
  return first !== first.toLowerCase();
}

/** The hashes of a form's beginnings, ending at each of its tokens. */
function hashesOf(form: string): number[] {
  const hashes: number[] = [];
  let hash = seed;
  for (let at = 0; at < form.length; ) {
    const kind = classOf(form.charCodeAt(at));
    if (kind === SPACE) hash = hashCharacter(hash, 32);
    if (kind === SPACE || kind === IGNORED || kind === MARK) {
      at++;
      continue;
    }
    const end = endOfToken(form, at);
    hash = hashToken(hash, form, at, end);
    hashes.push(hash);
    at = end;
  }
  return hashes;
}
