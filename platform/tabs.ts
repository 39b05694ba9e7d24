import browser from "webextension-polyfill";

/** A tab of the browser; `url` where the extension may see it. */
export interface OpenTab {
  id: number;
  url: string | undefined;
}

/** The tab that the reader is looking at, or undefined where there is none. */
export async function activeTab(): Promise<OpenTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url };
}

/** Opens the options page, or brings the one that is open to the front. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens one of our own pages in a tab of its own. */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
