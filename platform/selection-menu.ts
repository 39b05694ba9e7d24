import browser from "webextension-polyfill";

/** Words that were selected, and where. */
export interface SelectedWords {
  readonly text: string;
  readonly tabId: number | undefined;
  readonly frameId: number;
}

const id = "look-up-selection";

/** Offers an entry in the menu of selected text, and calls `onChosen` with the words; `%s` in `title` stands for them. */
export function answerSelectionMenu(title: string, onChosen: (selected: SelectedWords) => void): void {
  const offer = async () => {
    // The browser keeps entries while the background sleeps, and refuses one that it has.
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id, title, contexts: ["selection"] });
  };
  browser.runtime.onInstalled.addListener(() => void offer());
  // The browser's language may be another since.
  browser.runtime.onStartup.addListener(() => void offer());
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, frameId }, tab) => {
    if (menuItemId !== id || !selectionText) return;
    onChosen({ text: selectionText, tabId: tab?.id, frameId: frameId ?? 0 });
  });
}
