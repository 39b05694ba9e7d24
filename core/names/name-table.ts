import { fromBase64 } from "./base64.ts";
import type { NameRow, NameTableModule } from "./names-module.ts";

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
  /**
   * By a token's `startKey`: whether a form may begin with it (1), and with a small letter, too (2). So small that it stays
   * in the processor's nearest memory, where the slots do not.
   */
  readonly starts: Uint8Array;
  /** Whether a chain of tokens with this hash begins a form (1), is one (2), both (3), or neither (0). */
  probe(hash: number): number;
  /** The forms whose chain of tokens has this hash, in the order of their rows; nearly always those of one folded text. */
  formsWith(hash: number): Form[];
}

/** The bits of a hash that the table knows; those above them say what a chain of tokens with this hash is. */
const known = 0xffffff;
const BEGINS = 1 << 24;
const IS = 2 << 24;
const startKeys = 1 << 15;
/** Forms are asked for only where a name was met: by few enough lists to be small, and by enough to be short. */
const lists = 1 << 12;

/** Where `NameTable.starts` has a token of this hash. */
export function startKey(hash: number): number {
  return (hash ^ ((hash & known) >>> 9)) & (startKeys - 1);
}

/** Puts hashes that were made at build into their slots: a few numbers a form, and none of its letters. */
export function createNameTable(module: NameTableModule, rows: readonly NameRow[]): NameTable {
  const links = numbersOf(module.hashes);
  const begins = fromBase64(module.begins);
  const repeated = numbersOf(module.known);
  const { added } = module;
  const isStart = fromBase64(module.starts);
  const isSmallStart = fromBase64(module.smallStarts);
  const starts = new Uint8Array(startKeys);
  const mask = 2 ** Math.ceil(Math.log2(links.length * 1.5 + 2)) - 1;
  const slots = new Int32Array(mask + 1);

  const slotOf = (hash: number) => {
    const lower = hash & known;
    let slot = (lower ^ (lower >>> 9)) & mask;
    for (;;) {
      const kept = slots[slot] as number;
      if (kept === 0 || (kept & known) === lower) return slot;
      slot = (slot + 1) & mask;
    }
  };

  for (let link = 0; link < links.length; link++) {
    const hash = links[link] as number;
    const slot = slotOf(hash);
    // Each link leads on to another, or is all of a form.
    const place = link >> 3;
    const bit = 1 << (link & 7);
    slots[slot] = (slots[slot] as number) | hash | ((begins[place] as number) & bit ? BEGINS : IS);
    if (!((isStart[place] as number) & bit)) continue;
    const key = startKey(hash);
    starts[key] = (starts[key] as number) | ((isSmallStart[place] as number) & bit ? 3 : 1);
  }
  // Of each form its hash, and the next of its list; of each list the first. Forms are counted from one.
  const ends = new Int32Array(added.length);
  const nexts = new Int32Array(added.length);
  const firsts = new Int32Array(lists);
  // From the last form to the first, so that those of one list are in order.
  let link = links.length;
  let old = repeated.length;
  for (let form = added.length - 1; form >= 0; form--) {
    const count = added.charCodeAt(form) - 48;
    const hash = links[count > 0 ? link - 1 : (repeated[--old] as number)] as number;
    link -= count;
    const slot = slotOf(hash);
    slots[slot] = (slots[slot] as number) | IS;
    const list = hash & (lists - 1);
    ends[form] = hash;
    nexts[form] = firsts[list] as number;
    firsts[list] = form + 1;
  }

  // Where the forms of each row begin: looked for only once a name was met.
  let formStarts: number[] | undefined;
  function textOf(id: number): Form {
    formStarts ??= startsOf(rows);
    let row = 0;
    for (let high = rows.length; row + 1 < high; ) {
      const middle = (row + high) >> 1;
      if ((formStarts[middle] as number) <= id) row = middle;
      else high = middle;
    }
    const forms = rows[row]?.[3] ?? "";
    let from = 0;
    for (let before = id - (formStarts[row] as number); before > 0; before--) from = forms.indexOf("|", from) + 1;
    const end = forms.indexOf("|", from);
    return { id, row, text: forms.slice(from, end < 0 ? forms.length : end) };
  }

  return {
    starts,
    probe(hash) {
      return (slots[slotOf(hash)] as number) >>> 24;
    },
    formsWith(hash) {
      const found: Form[] = [];
      const lower = hash & known;
      for (let next = firsts[hash & (lists - 1)] as number; next !== 0; next = nexts[next - 1] as number) {
        if (ends[next - 1] === lower) found.push(textOf(next - 1));
      }
      return found;
    },
  };
}

function numbersOf(text: string): Int32Array {
  const bytes = fromBase64(text);
  const numbers = new Int32Array(bytes.length / 3);
  for (let at = 0, byte = 0; at < numbers.length; at++, byte += 3) {
    numbers[at] = (bytes[byte] as number) | ((bytes[byte + 1] as number) << 8) | ((bytes[byte + 2] as number) << 16);
  }
  return numbers;
}

function startsOf(rows: readonly NameRow[]): number[] {
  let start = 0;
  return rows.map(([, , , forms]) => {
    const first = start;
    start += 1;
    for (let at = forms.indexOf("|"); at >= 0; at = forms.indexOf("|", at + 1)) start += 1;
    return first;
  });
}
