/**
 * Numbers by 32-bit hashes, open addressing in typed arrays: a `Map` would box every hash, for most are beyond the small
 * integers of the engines.
 */
export interface HashSlots {
  /** What was put there, a whole number from 1 to 65,535; 0 where nothing was. */
  get(hash: number): number;
  set(hash: number, value: number): void;
}

/** Room for at most `count` hashes. */
export function createHashSlots(count: number): HashSlots {
  const mask = 2 ** Math.ceil(Math.log2(count * 2 + 2)) - 1;
  const hashes = new Int32Array(mask + 1);
  const values = new Uint16Array(mask + 1);
  const slotOf = (hash: number) => {
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (values[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  return {
    get: (hash) => values[slotOf(hash)] as number,
    set(hash, value) {
      const slot = slotOf(hash);
      hashes[slot] = hash;
      values[slot] = value;
    },
  };
}
