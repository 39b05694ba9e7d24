import browser from "webextension-polyfill";

const allPages = { origins: ["<all_urls>"] };

/** Whether the extension may read pages; Firefox lets readers withhold it. */
export async function mayReadPages(): Promise<boolean> {
  return browser.permissions.contains(allPages);
}

/** Asks the reader for it; whether it was granted. To be called straight from a press: browsers refuse otherwise. */
export async function askToReadPages(): Promise<boolean> {
  return browser.permissions.request(allPages);
}

/** Whether the extension may read files on the device; Chrome lets readers allow it. */
export async function mayReadFiles(): Promise<boolean> {
  return browser.extension.isAllowedFileSchemeAccess();
}

/** The permissions that the manifest asks for, besides that. */
export function namedPermissions(): readonly string[] {
  return browser.runtime.getManifest().permissions ?? [];
}
