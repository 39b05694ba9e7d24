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
  for (const [, , , forms] of rows) {
    for (const form of forms.split("|")) {
      const hashes = hashesOf(form);
      const before = links.size;
      for (const hash of hashes) if (!links.has(hash)) links.set(hash, links.size);
      const chain = hashes.map((hash) => links.get(hash) ?? 0);
      for (const link of chain.slice(0, -1)) begins[link] = true;
      added.push(links.size - before);
      if (links.size === before) known.push(chain.at(-1) ?? 0);
    }
  }
  const bits = new Uint8Array((links.size + 7) >> 3);
  for (let link = 0; link < links.size; link++) {
    if (begins[link]) bits[link >> 3] = (bits[link >> 3] ?? 0) | (1 << (link & 7));
  }
  return {
    hashes: toBase64(new Uint8Array(Int32Array.from(links.keys()).buffer)),
    begins: toBase64(bits),
    added: added.map((count) => String.fromCharCode(48 + count)).join(""),
    known: toBase64(new Uint8Array(Int32Array.from(known).buffer)),
  };
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
