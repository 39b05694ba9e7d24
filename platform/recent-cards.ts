import * as v from "valibot";
import browser from "webextension-polyfill";

const key = "recentCards";
const most = 5;
const stored = v.fallback(v.array(v.pipe(v.string(), v.maxLength(64))), []);

/** The ids of the cards opened lately in our own pages, the last first. They stay in this browser. */
export async function recentCards(): Promise<string[]> {
  const { [key]: found } = await browser.storage.local.get(key);
  return v.parse(stored, found).slice(0, most);
}

/** Puts a card first among them. Not to be called for what is opened from a private window. */
export async function rememberCard(card: string): Promise<void> {
  const others = (await recentCards()).filter((other) => other !== card);
  await browser.storage.local.set({ [key]: [card, ...others].slice(0, most) });
}

/** Forgets them all. */
export async function forgetRecentCards(): Promise<void> {
  await browser.storage.local.remove(key);
}

/** Whether this page belongs to a private window. */
export async function isPrivateWindow(): Promise<boolean> {
  return browser.extension.inIncognitoContext || (await browser.windows.getCurrent()).incognito;
}
