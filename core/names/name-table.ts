import { classOf, IGNORED, MARK, SPACE } from "./characters.ts";
import type { NameRow } from "./names-module.ts";
import { endOfToken, hashCharacter, hashToken, seed } from "./tokens.ts";

/** One form of a row, by the place of its row and its own place among all forms. */
export interface Form {
  id: number;
  row: number;
  text: string;
}

/**
 * All written forms by the hashes of their beginnings, token by token: open addressing in typed arrays, so that a page
 * pays neither for a string nor for an object a name. Forms are looked at as strings only where a hash was met.
 */
export interface NameTable {
  /** Whether a chain of tokens with this hash begins a form (1), is one (2), both (3), or neither (0). */
  probe(hash: number): number;
  /** The forms whose chain of tokens has this hash, in the order of their rows; nearly always those of one folded text. */
  formsWith(hash: number): Form[];
}

const BEGINS = 1;
const IS = 2;

/** Builds the table of all forms of the rows, in time proportional to their length. */
export function createNameTable(rows: readonly NameRow[]): NameTable {
  const count = rows.reduce((sum, [, , , forms]) => sum + formsIn(forms), 0);
  const rowOf = new Int32Array(count);
  const starts = new Int32Array(count);
  const nextOf = new Int32Array(count);
  const mask = 2 ** Math.ceil(Math.log2(count * 4 + 2)) - 1;
  const hashes = new Int32Array(mask + 1);
  const states = new Uint8Array(mask + 1);
  // The first of the forms that end in a slot, plus one.
  const firsts = new Int32Array(mask + 1);

  const slotOf = (hash: number) => {
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (states[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };

  let id = count;
  for (let row = rows.length - 1; row >= 0; row--) {
    const forms = rows[row]?.[3] ?? "";
    for (let end = forms.length; end >= 0; id--) {
      const start = forms.lastIndexOf("|", end - 1) + 1;
      let hash = seed;
      for (let at = start; at < end; ) {
        const kind = classOf(forms.charCodeAt(at));
        if (kind === SPACE) hash = hashCharacter(hash, 32);
        if (kind === SPACE || kind === IGNORED || kind === MARK) {
          at++;
          continue;
        }
        const tokenEnd = Math.min(end, endOfToken(forms, at));
        hash = hashToken(hash, forms, at, tokenEnd);
        at = tokenEnd;
        const slot = slotOf(hash);
        hashes[slot] = hash;
        states[slot] = (states[slot] as number) | (at < end ? BEGINS : IS);
        if (at < end) continue;
        nextOf[id - 1] = firsts[slot] as number;
        firsts[slot] = id;
      }
      rowOf[id - 1] = row;
      starts[id - 1] = start;
      end = start - 1;
    }
  }

  const textOf = (form: number) => {
    const forms = rows[rowOf[form] as number]?.[3] ?? "";
    const start = starts[form] as number;
    const end = forms.indexOf("|", start);
    return forms.slice(start, end < 0 ? forms.length : end);
  };

  return {
    probe(hash) {
      return states[slotOf(hash)] as number;
    },
    formsWith(hash) {
      const found: Form[] = [];
      for (let next = firsts[slotOf(hash)] as number; next !== 0; next = nextOf[next - 1] as number) {
        found.push({ id: next - 1, row: rowOf[next - 1] as number, text: textOf(next - 1) });
      }
      return found;
    },
  };
}

function formsIn(forms: string): number {
  let count = 1;
  for (let at = forms.indexOf("|"); at >= 0; at = forms.indexOf("|", at + 1)) count++;
  return count;
}
