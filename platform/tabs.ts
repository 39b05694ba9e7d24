import browser from "webextension-polyfill";
import type { UnansweredTab } from "#core/digest/absence.ts";
import { mayReadFiles, mayReadPages } from "./permissions.ts";

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

/** What is known of a tab in which no content script answers. Rejects where the tab has gone. */
export async function describeTab(tabId: number): Promise<UnansweredTab> {
  const [tab, site, file] = await Promise.all([browser.tabs.get(tabId), mayReadPages(), mayReadFiles()]);
  return {
    url: tab.url,
    isLoading: tab.status === "loading",
    isInReaderView: tab.isInReaderMode ?? false,
    hasSiteAccess: site,
    hasFileAccess: file,
  };
}

/** Loads a tab's page again. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

/** Where the reader wants a page. */
export type Where = "currentTab" | "newTab" | "newBackgroundTab";

/** Opens the page of one card, or of looking one up by `find`. */
export async function openCardPage(target: { card: string } | { find: string }, where: Where): Promise<void> {
  const url = browser.runtime.getURL(`card.html?${new URLSearchParams({ ...target })}`);
  if (where === "currentTab") await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === "newTab" });
}

/** Opens the options page, or brings the one that is open to the front. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens one of our own pages in a tab of its own. */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
