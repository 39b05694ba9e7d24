/** Texts with their mentions written in, `[[surface|card]]`: how tests and the corpus state what is expected. */
import type { Mention } from "./mention.ts";

/** Parts a marked text into the text and its mentions: `[[Kyiv|x]]` is `Kyiv`, a mention of card `x`. */
export function readMarked(marked: string): { text: string; expected: Mention[] } {
  let text = "";
  const expected: Mention[] = [];
  let from = 0;
  for (const match of marked.matchAll(/\[\[([^|\]]+)\|([a-z0-9-]+)\]\]/g)) {
    text += marked.slice(from, match.index);
    const [whole, surface = "", card = ""] = match;
    expected.push({ card, start: text.length, end: text.length + surface.length });
    text += surface;
    from = match.index + whole.length;
  }
  text += marked.slice(from);
  if (text.includes("[[") || text.includes("]]")) throw new Error("a bracket is left over");
  return { text, expected };
}

/** The inverse of `readMarked`, to show what was found as an editor would write it. */
export function writeMarked(text: string, mentions: readonly Mention[]): string {
  let marked = "";
  let from = 0;
  for (const { card, start, end } of mentions) {
    marked += `${text.slice(from, start)}[[${text.slice(start, end)}|${card}]]`;
    from = end;
  }
  return marked + text.slice(from);
}
