import { type ComponentChild, render } from "preact";
import { WordsProvider } from "#components/words.ts";
import type { PlainKey } from "#core/words/message-keys.ts";
import { browserWords } from "#platform/words.ts";

/** Renders one of our own pages, in the language, direction and words of the interface; `title` names it. */
export function showPage(title: PlainKey, page: ComponentChild): void {
  const root = document.getElementById("app");
  if (!root) return;
  const words = browserWords();
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  document.title = words.say(title);
  render(<WordsProvider value={words}>{page}</WordsProvider>, root);
}
