import { caseRules } from "../pack/schema.ts";
import { toBase64 } from "./base64.ts";
import { classOf, IGNORED, MARK, SPACE } from "./characters.ts";
import { BEGINS, IS, mixed, restBits, startKeys } from "./name-table.ts";
import type { NameRow, NameTableModule } from "./names-module.ts";
import { endOfToken, hashCharacter, hashToken, seed } from "./tokens.ts";

/** A beginning of forms, or a form's end. */
interface Entry {
  bucket: number;
  rest: number;
  state: number;
  form: number;
}

/** Hashes all forms of the rows, token by token, and puts them in buckets, so that no page has to. See `NameTableModule`. */
export function compileNameTable(rows: readonly NameRow[]): NameTableModule {
  const all = rows.flatMap(([, , flags, forms]) => forms.split("|").map((text) => ({ text, flags })));
  const chains = all.map(({ text }) => hashesOf(text));
  const distinct = new Set(chains.flat());
  // About as many buckets as entries; a bucket and the rest are all that is known of a hash.
  const bucketBits = Math.max(1, Math.min(32 - restBits, Math.round(Math.log2(distinct.size))));
  const keyOf = (hash: number) => mixed(hash) & (2 ** (bucketBits + restBits) - 1);

  const begins = new Set(chains.flatMap((chain) => chain.slice(0, -1).map(keyOf)));
  const ends = chains.map((chain) => keyOf(chain.at(-1) ?? 0));
  const isEnd = new Set(ends);
  const entryOf = (key: number, state: number, form: number): Entry => {
    return { bucket: key >>> restBits, rest: key & (2 ** restBits - 1), state, form };
  };
  const entries = [
    ...[...begins].filter((key) => !isEnd.has(key)).map((key) => entryOf(key, BEGINS, 0)),
    ...ends.map((key, form) => entryOf(key, begins.has(key) ? BEGINS | IS : IS, form)),
  ].sort((a, b) => a.bucket - b.bucket || a.rest - b.rest || a.form - b.form);

  const counts = new Array<number>(2 ** bucketBits).fill(0);
  for (const { bucket } of entries) counts[bucket] = (counts[bucket] ?? 0) + 1;
  const forms = entries.map(({ form }) => form);
  const isSmall = ({ text, flags }: (typeof all)[number]) => caseRules[flags & 3] === "any" || !startsUpper(text);
  const firsts = chains.map(([first = 0]) => mixed(first) & (startKeys - 1));
  return {
    buckets: counts.map((count) => String.fromCharCode(48 + count)).join(""),
    rests: toBase64(Uint8Array.from(entries, ({ rest }) => rest)),
    states: statesAsText(entries),
    forms: toBase64(new Uint8Array((all.length > 0xffff ? Uint32Array : Uint16Array).from(forms).buffer)),
    starts: bitsOf(firsts),
    smallStarts: bitsOf(firsts.filter((_, form) => isSmall(all[form] ?? { text: "", flags: 0 }))),
  };
}

function statesAsText(entries: readonly Entry[]): string {
  const bytes = new Uint8Array((entries.length + 3) >> 2);
  entries.forEach(({ state }, at) => {
    bytes[at >> 2] = (bytes[at >> 2] ?? 0) | (state << ((at & 3) << 1));
  });
  return toBase64(bytes);
}

/** A bit for each key of a first token. */
function bitsOf(keys: readonly number[]): string {
  const bits = new Uint8Array(startKeys >> 3);
  for (const key of keys) bits[key >> 3] = (bits[key >> 3] ?? 0) | (1 << (key & 7));
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
