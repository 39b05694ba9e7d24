import browser from "webextension-polyfill";
import type { Asker } from "./messaging.ts";

/** Where WXT puts the entry point of that name. */
const file = "/reader.js";

/** Runs the script that reads and marks in a frame, in the world of its content script. Rejects where that has gone. */
export async function bringReaderTo({ tabId, frameId }: Asker): Promise<void> {
  if (tabId === undefined || frameId === undefined) throw new Error("Only a tab's frame can have a reader.");
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: [file], injectImmediately: true });
}
