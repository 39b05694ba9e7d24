import browser from "webextension-polyfill";

const allPages = { origins: ["<all_urls>"] };

/** Whether the extension may read pages; Firefox lets readers withhold it. */
export async function mayReadPages(): Promise<boolean> {
  return browser.permissions.contains(allPages);
}

/**
 * Whether it may read the pages of a host for longer than the one page on which the reader pressed its button. Browsers let
 * it into that one even where access is withheld.
 */
export async function mayReadHost(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [`*://${host}/*`] });
}

/** Asks the reader for access to all pages; whether it was granted. To be called straight from a press: browsers refuse otherwise. */
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
