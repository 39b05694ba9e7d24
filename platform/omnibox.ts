import browser from "webextension-polyfill";
import type { Where } from "./tabs.ts";

/** A run of a suggestion's text: what matched is set off, what only explains is set back. */
export interface SuggestedText {
  readonly text: string;
  readonly style?: "match" | "dim";
}

/** A line under the address bar; `content` is what choosing it puts there. */
export interface Suggestion {
  readonly content: string;
  readonly line: readonly SuggestedText[];
}

export interface OmniboxAnswers {
  /** For what is typed behind the keyword; "" before anything is. The first stands for what is typed itself. */
  suggest(text: string): readonly Suggestion[];
  open(text: string, where: Where): void;
}

const wheres = { currentTab: "currentTab", newForegroundTab: "newTab", newBackgroundTab: "newBackgroundTab" } as const;

/** Answers in the address bar, behind the manifest's keyword. */
export function answerOmnibox({ suggest, open }: OmniboxAnswers): void {
  const offer = (text: string): readonly Suggestion[] => {
    const [first, ...others] = suggest(text);
    if (first) browser.omnibox.setDefaultSuggestion({ description: described(first.line) });
    return others;
  };
  browser.omnibox.onInputStarted.addListener(() => {
    offer("");
  });
  browser.omnibox.onInputChanged.addListener((text, show) => {
    show(offer(text).map(({ content, line }) => ({ content, description: described(line) })));
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => open(text, wheres[disposition]));
}

/** Chrome reads descriptions as XML and leaves out one that is malformed; Firefox shows them as they are. */
function described(line: readonly SuggestedText[]): string {
  if (import.meta.env.FIREFOX) return line.map(({ text }) => text).join("");
  return line.map(({ text, style }) => (style ? `<${style}>${escapeXml(text)}</${style}>` : escapeXml(text))).join("");
}

function escapeXml(text: string): string {
  // What XML 1.0 has no place for, not even escaped (https://www.w3.org/TR/xml/#charsets).
  const legal = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
  return legal.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
