import { AhoCorasick as FastAhoCorasick } from "@monyone/aho-corasick/fast";
import { arrayTrieEncode, arrayTrieSearch, trieCreate, trieSet } from "@smikhalevski/trie";
import Mark from "mark.js";
import ModernAhoCorasick from "modern-ahocorasick";

/** Calls `found` for each name in a text; what it finds within words is left out by the caller. */
export type Finder = (text: string, found: (start: number, end: number) => void) => void;

/** What the npm packages offer for finding many names, each as well used as its documents say. */
export const peers: Record<string, (names: readonly string[]) => Finder> = {
  "one RegExp": (names) => {
    const alternatives = names.toSorted((a, b) => b.length - a.length).map(escapeForRegExp);
    const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "gu");
    return (text, found) => {
      for (const { index, 0: name } of text.matchAll(pattern)) found(index, index + name.length);
    };
  },
  "modern-ahocorasick": (names) => {
    const matcher = new ModernAhoCorasick([...names]);
    return (text, found) => {
      for (const { start, end } of matcher.search(text)) found(start, end);
    };
  },
  "@monyone/aho-corasick": (names) => {
    const matcher = new FastAhoCorasick([...names]);
    return (text, found) => {
      for (const { begin, end } of matcher.matchInText(text)) found(begin, end);
    };
  },
  "@smikhalevski/trie": (names) => {
    const trie = trieCreate<number>();
    for (const [at, name] of names.entries()) trieSet(trie, name, at);
    const encoded = arrayTrieEncode(trie);
    return (text, found) => {
      for (const { index } of text.matchAll(wordStart)) {
        const match = arrayTrieSearch(encoded, text, index, text.length);
        if (match) found(index, match.lastIndex);
      }
    };
  },
};

const wordStart = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]/gu;
const letter = /[\p{L}\p{M}\p{N}]/u;

/** Scans the page's text nodes one by one and marks by the Highlight API, as a plain use of a finder does. Answers how many. */
export function markWith(find: Finder): number {
  const highlight = new Highlight();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    const container = node;
    find(data, (start, end) => {
      if (letter.test(data.charAt(start - 1)) || letter.test(data.charAt(end))) return;
      highlight.add(
        new StaticRange({ startContainer: container, startOffset: start, endContainer: container, endOffset: end }),
      );
    });
  }
  CSS.highlights.set("bench-peer", highlight);
  CSS.highlights.delete("bench-peer");
  return highlight.size;
}

/** mark.js, whole words in their own capitals; resolves to how many it marked. `unmark` takes its elements away again. */
export function markByElements(names: readonly string[]): { marked: number; unmark(): void } {
  const mark = new Mark(document.body);
  let marked = 0;
  mark.mark([...names], {
    separateWordSearch: false,
    accuracy: "exactly",
    caseSensitive: true,
    diacritics: false,
    each: () => {
      marked += 1;
    },
  });
  return { marked, unmark: () => mark.unmark() };
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}
