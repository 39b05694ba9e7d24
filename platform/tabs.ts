import browser from "webextension-polyfill";

/** A tab of the browser; `url` where the extension may see it. */
export interface OpenTab {
  id: number;
  url: string | undefined;
  isLoading: boolean;
}

/** The tab that the reader is looking at, or undefined where there is none. */
export async function activeTab(): Promise<OpenTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url, isLoading: tab.status === "loading" };
}

/** Calls `listener` with the tab that this window's reader is looking at, now and whenever it is another, until the signal. */
export function watchActiveTab(listener: (tab: OpenTab | undefined) => void, signal: AbortSignal): void {
  let asked = 0;
  const look = async () => {
    asked += 1;
    const mine = asked;
    const tab = await activeTab();
    // Answers may come in another order than questions.
    if (mine === asked && !signal.aborted) listener(tab);
  };
  const changed = (_: number, { url, status }: { url?: string; status?: string }) => {
    if (url !== undefined || status !== undefined) void look();
  };
  browser.tabs.onActivated.addListener(look);
  browser.tabs.onUpdated.addListener(changed);
  // A tab that is drawn into this window, or its last one out of it.
  browser.tabs.onAttached.addListener(look);
  signal.addEventListener("abort", () => {
    browser.tabs.onActivated.removeListener(look);
    browser.tabs.onUpdated.removeListener(changed);
    browser.tabs.onAttached.removeListener(look);
  });
  void look();
}

/** Opens the options page, or brings the one that is open to the front. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens one of our own pages in a tab of its own. */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
