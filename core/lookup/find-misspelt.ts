/** So many letters of what is typed count, no word of note being longer: they are compared as the bits of one number. */
const mostLetters = 30;

/**
 * Calls `found` with the place of each of `words` that is, or begins with, what `typed` becomes by at most `most` mistakes: a
 * letter changed, added or left out, or two swapped (the optimal string alignment distance, to a prefix). `words` are in the
 * order of code units, `shared` is what `lettersShared` tells of them; `typed` has more letters than `most`.
 */
export function findMisspelt(
  words: readonly string[],
  shared: Uint8Array,
  typed: string,
  most: number,
  found: (place: number, mistakes: number) => void,
): void {
  const automaton = createAutomaton(typed.slice(0, mostLetters), most);
  for (let place = 0; place < words.length; ) {
    const word = words[place] ?? "";
    const end = Math.min(word.length, automaton.longest);
    let read = shared[place] ?? 0;
    let isOpen = true;
    while (isOpen && read < end) {
      isOpen = automaton.readLetter(word, read);
      read += 1;
    }
    const mistakes = automaton.mistakes(read);
    // Words that begin with so many of the same letters need not be read: those have decided.
    const decided = isOpen ? automaton.longest : read;
    let next = place + 1;
    while ((shared[next] ?? 0) >= decided) next += 1;
    if (mistakes <= most) for (let near = place; near < next; near += 1) found(near, mistakes);
    place = next;
  }
}

/** For each word how many letters at its beginning the word before shares; more than 255 count as 255. */
export function lettersShared(words: readonly string[]): Uint8Array {
  const shared = new Uint8Array(words.length);
  for (let place = 1; place < words.length; place += 1) {
    const before = words[place - 1] ?? "";
    const word = words[place] ?? "";
    const most = Math.min(before.length, word.length, 255);
    let count = 0;
    while (count < most && before.charCodeAt(count) === word.charCodeAt(count)) count += 1;
    shared[place] = count;
  }
  return shared;
}

/**
 * Reads words letter by letter, and remembers what it knew after each: of a word that begins as the last one did, only the rest
 * is read. After Wu and Manber (1992, https://doi.org/10.1145/135239.135244).
 */
function createAutomaton(typed: string, most: number) {
  const longest = typed.length + most;
  const width = most + 1;
  const whole = 1 << typed.length;
  const bitsOfLetter = new Map<number, number>();
  for (let at = 0; at < typed.length; at += 1) {
    const letter = typed.charCodeAt(at);
    bitsOfLetter.set(letter, (bitsOfLetter.get(letter) ?? 0) | (2 << at));
  }
  const bitsOf = (word: string, at: number) => bitsOfLetter.get(word.charCodeAt(at)) ?? 0;
  // For each number of letters read, and of mistakes: a bit for each number of letters typed that can have led there. The
  // first row stays empty.
  const states = new Int32Array((longest + 2) * width);
  for (let mistakes = 0; mistakes <= most; mistakes += 1) states[width + mistakes] = (2 << mistakes) - 1;
  /** For each number of letters read: the fewest mistakes if the word begins with so many of them, or less. */
  const fewest = new Uint8Array(longest + 1).fill(width);

  return {
    /** More letters are not of use. */
    longest,
    /** The fewest mistakes after so many letters; more than `most` where it takes more. */
    mistakes: (letters: number): number => fewest[letters] ?? width,
    /** Reads the letter of `word` at `at`; false where no letter that follows can change the answer. */
    readLetter(word: string, at: number): boolean {
      const bits = bitsOf(word, at);
      const swappable = at > 0 ? (bits << 1) & bitsOf(word, at - 1) : 0;
      let cell = (at + 2) * width;
      let state = ((states[cell - width] ?? 0) << 1) & bits;
      let least = state & whole ? 0 : (fewest[at] ?? width);
      states[cell] = state;
      for (let mistakes = 1; mistakes <= most; mistakes += 1) {
        const leftOut = state << 1;
        const added = states[cell - width] ?? 0;
        const swapped = ((states[cell - 2 * width] ?? 0) << 2) & swappable;
        cell += 1;
        const same = ((states[cell - width] ?? 0) << 1) & bits;
        state = (same | added | (added << 1) | leftOut | swapped) & (2 * whole - 1);
        states[cell] = state;
        if (mistakes < least && state & whole) least = mistakes;
      }
      fewest[at + 1] = least;
      return state !== 0;
    },
  };
}
