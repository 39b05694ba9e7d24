import browser from "webextension-polyfill";
import { createWords, type Words } from "#core/words/words.ts";
import { isOrphaned } from "./orphan.ts";

/** The interface's words in the browser's language, or English where we do not speak it. */
export function browserWords(): Words {
  // An orphan may be asked to draw once more before it leaves, and has no messages any longer.
  const getMessage = (key: string, substitutions: string[]) =>
    isOrphaned() ? "" : browser.i18n.getMessage(key, substitutions);
  return createWords(getMessage, browser.i18n.getUILanguage());
}
