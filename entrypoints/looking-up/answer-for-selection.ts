import type { Words } from "#core/words/words.ts";
import { askFrame } from "#platform/messaging.ts";
import { answerSelectionMenu, type SelectedWords } from "#platform/selection-menu.ts";
import { openCardPage } from "#platform/tabs.ts";
import { lookUp } from "../own-pages/card-lookup.ts";

/** Beyond, a selection is a passage: no name is so long. In UTF-16 units. */
const longest = 120;

/** Looks up what is selected on a page: the card opens over the selection, or where that cannot be, in a tab of its own. */
export function answerForSelection(words: Words): void {
  answerSelectionMenu(words.say("menuLookUp"), (selected) => void lookUpSelected(selected));
}

async function lookUpSelected({ text, tabId, frameId }: SelectedWords): Promise<void> {
  const words = text.slice(0, longest);
  const [first] = lookUp(words, 1);
  if (first && tabId !== undefined) {
    const isOpen = await askFrame(tabId, frameId, "openAtSelection", { card: first.id }).catch(() => false);
    if (isOpen) return;
  }
  await openCardPage(first ? { card: first.id } : { find: words }, "newTab");
}
