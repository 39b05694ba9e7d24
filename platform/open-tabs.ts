import browser, { type Scripting } from "webextension-polyfill";

/** Of the script's own world, which the page cannot see; a symbol, for elements' names are properties of every world. */
const presence = "context-cards";
const session = "hasEnteredOpenTabs";

/** Notes that the content script runs in this frame. False if it does already, and is to be left to it. */
export function enterFrame(): boolean {
  const world = globalThis as { [key: symbol]: unknown };
  const key = Symbol.for(presence);
  if (world[key]) return false;
  world[key] = true;
  return true;
}

/**
 * Brings the content script into tabs that are older than this start of the extension: it was installed, updated,
 * reloaded or enabled. Firefox does so by itself.
 */
export async function enterOpenTabs(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  // The session's storage is emptied with every start of the extension, and kept while the background sleeps.
  const { [session]: isDone } = await browser.storage.session.get(session);
  if (isDone) return;
  const tabs = await browser.tabs.query({ discarded: false });
  // The browser's own pages, and its store, refuse; a frame may have gone meanwhile.
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [enterTab(id)])));
  await browser.storage.session.set({ [session]: true });
}

async function enterTab(tabId: number): Promise<void> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (key: string) => Symbol.for(key) in globalThis,
    args: [presence],
    injectImmediately: true,
  });
  const without = frames.filter(({ result }) => result === false);
  await Promise.allSettled(without.map(({ frameId }) => enter({ tabId, frameIds: [frameId] })));
}

async function enter(target: Scripting.InjectionTarget): Promise<void> {
  for (const { css = [], js = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    await browser.scripting.insertCSS({ target, files: css });
    await browser.scripting.executeScript({ target, files: js, injectImmediately: true });
  }
}
