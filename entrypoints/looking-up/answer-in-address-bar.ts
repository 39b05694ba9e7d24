import { kindLabels } from "#components/kind-labels.ts";
import { lineOf } from "#core/lookup/suggest-cards.ts";
import type { Words } from "#core/words/words.ts";
import { answerOmnibox } from "#platform/omnibox.ts";
import { openCardPage } from "#platform/tabs.ts";
import { lookUp } from "../own-pages/card-lookup.ts";

/** The first stands for what is typed; of browsers' lists about five are shown beneath it. */
const mostSuggestions = 6;

/** Looks cards up in the address bar, behind the manifest's keyword. */
export function answerInAddressBar(words: Words): void {
  answerOmnibox({
    suggest(text) {
      const found = lookUp(text, mostSuggestions);
      if (found.length === 0) {
        const hint = words.say(text.trim() === "" ? "omniboxHint" : "lookupNothing");
        return [{ content: text, line: [{ text: hint, style: "dim" }] }];
      }
      return found.map((result) => ({
        content: result.title,
        line: lineOf(result, text, words.say(kindLabels[result.kind])),
      }));
    },
    open(text, where) {
      const [first] = lookUp(text, 1);
      void openCardPage(first ? { card: first.id } : { find: text }, where);
    },
  });
}
