import browser from "webextension-polyfill";

const newsKey = "news";

/** What is to be done when the extension was installed. */
export interface InstallHandlers {
  /** For the first time in this profile. Not where a developer loads it for the session. */
  onFirst(): void;
  /** The browser has been started. */
  onBrowserStart(): void;
}

/** Hears of installing and starting, and notes updates for `loadNews`. To be called at each start of the background. */
export function followInstall({ onFirst, onBrowserStart }: InstallHandlers): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion, temporary }) => {
    if (reason === "install" && !temporary) onFirst();
    const { version } = browser.runtime.getManifest();
    if (reason === "update" && previousVersion !== version) void browser.storage.local.set({ [newsKey]: version });
  });
  browser.runtime.onStartup.addListener(onBrowserStart);
}

/** The version that the extension was updated to, until the reader has seen what is new in it. */
export async function loadNews(): Promise<string | undefined> {
  const { [newsKey]: version } = await browser.storage.local.get(newsKey);
  return typeof version === "string" ? version : undefined;
}

/** The reader has seen what is new, or does not want to. */
export async function forgetNews(): Promise<void> {
  await browser.storage.local.remove(newsKey);
}
