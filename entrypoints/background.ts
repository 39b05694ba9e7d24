import { defineBackground } from "wxt/utils/define-background";
import { viewCard } from "#core/pack/card-view.ts";
import { cards } from "#packs/cards.js";
import { answerBackground } from "#platform/messaging.ts";
import { enterOpenTabs } from "#platform/open-tabs.ts";
import { followPolicy } from "#platform/policy.ts";
import { bringReaderTo } from "#platform/reader-script.ts";

export default defineBackground({
  type: "module",
  main() {
    answerBackground({
      getCard: ({ card }) => viewCard(cards, card),
      bringReader: (_, asker) => bringReaderTo(asker),
    });
    followPolicy();
    void enterOpenTabs();
  },
});
