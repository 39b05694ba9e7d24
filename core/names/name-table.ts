import { fromBase64 } from "./base64.ts";
import type { NameRow, NameTableModule } from "./names-module.ts";

/** One form of a row, by the place of its row and its own place among all forms. */
export interface Form {
  id: number;
  row: number;
  text: string;
}

/**
 * All written forms by the hashes of their beginnings, token by token: in buckets that were filled at build, so that a
 * page pays neither for a string nor for an object a name. Forms are looked at as strings only where a hash was met.
 */
export interface NameTable {
  /** Whether a form may begin with a token of this hash. */
  mayStart(hash: number): boolean;
  /** Whether a form that may begin with a small letter does. */
  mayStartSmall(hash: number): boolean;
  /** Whether a chain of tokens with this hash begins a form (1), is one (2), both (3), or neither (0). */
  probe(hash: number): number;
  /** The forms whose chain of tokens has this hash, in the order of their rows; nearly always those of one folded text. */
  formsWith(hash: number): Form[];
}

/** What a chain of tokens is; see `NameTable.probe`. */
export const BEGINS = 1;
export const IS = 2;

/** How many bits of a hash are left to tell apart what is in one bucket. */
export const restBits = 8;
const restMask = (1 << restBits) - 1;
/** How many keys first tokens have: so few that their bits stay in the processor's nearest memory. */
export const startKeys = 1 << 15;

/** A hash whose lower bits hang on all of it. */
export function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** Makes a table that was filled at build ready to be asked: all that is left is to add up where each bucket begins. */
export function createNameTable(module: NameTableModule, rows: readonly NameRow[]): NameTable {
  const { buckets } = module;
  const rests = fromBase64(module.rests);
  const states = fromBase64(module.states);
  const starts = fromBase64(module.starts);
  const smallStarts = fromBase64(module.smallStarts);
  const bytes = fromBase64(module.forms);
  // All machines that run browsers are little-endian.
  const forms = bytes.length > 2 * rests.length ? new Uint32Array(bytes.buffer) : new Uint16Array(bytes.buffer);
  const ends = new Uint32Array(buckets.length);
  let entries = 0;
  for (let bucket = 0; bucket < buckets.length; bucket++) {
    entries += buckets.charCodeAt(bucket) - 48;
    ends[bucket] = entries;
  }
  const bucketMask = buckets.length - 1;

  const stateOf = (entry: number) => ((states[entry >> 2] as number) >> ((entry & 3) << 1)) & 3;

  /** The first entry of a hash at or after one of its bucket; or -1. */
  function find(hash: number): number {
    const key = mixed(hash);
    const bucket = (key >>> restBits) & bucketMask;
    const rest = key & restMask;
    const end = ends[bucket] as number;
    for (let entry = bucket > 0 ? (ends[bucket - 1] as number) : 0; entry < end; entry++) {
      if (rests[entry] === rest) return entry;
    }
    return -1;
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
    mayStart: (hash) => isSet(starts, hash),
    mayStartSmall: (hash) => isSet(smallStarts, hash),
    probe(hash) {
      const entry = find(hash);
      return entry < 0 ? 0 : stateOf(entry);
    },
    formsWith(hash) {
      const found: Form[] = [];
      const rest = mixed(hash) & restMask;
      const end = ends[(mixed(hash) >>> restBits) & bucketMask] as number;
      const first = find(hash);
      if (first < 0 || !(stateOf(first) & IS)) return found;
      for (let entry = first; entry < end && rests[entry] === rest; entry++) found.push(textOf(forms[entry] as number));
      return found;
    },
  };
}

function isSet(bits: Uint8Array, hash: number): boolean {
  const key = mixed(hash) & (startKeys - 1);
  return (((bits[key >> 3] as number) >> (key & 7)) & 1) !== 0;
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
