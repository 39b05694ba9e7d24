import browser from "webextension-polyfill";

/** Whether the extension that this script belongs to was updated, disabled or removed. Cheap enough for every event. */
export function isOrphaned(): boolean {
  // Without its extension, a content script's runtime has no id.
  return browser.runtime?.id === undefined;
}
