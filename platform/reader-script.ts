import browser from "webextension-polyfill";
import type { Asker } from "./messaging.ts";

/** Where WXT puts the entry points of these names. */
const files = ["/names.js", "/reader.js"];

/** Runs the scripts that read and mark in a frame, in the world of its content script. Rejects where that has gone. */
export async function bringReaderTo({ tabId, frameId }: Asker): Promise<void> {
  if (tabId === undefined || frameId === undefined) throw new Error("Only a tab's frame can have a reader.");
  const target = { tabId, frameIds: [frameId] };
  // Several files of one call run as one task; so the page has its turn between.
  for (const file of files) await browser.scripting.executeScript({ target, files: [file], injectImmediately: true });
}
