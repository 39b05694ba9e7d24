import { defineBackground } from "wxt/utils/define-background";
import { cardText } from "#core/pack/card-text.ts";
import { viewCard } from "#core/pack/card-view.ts";
import { changeMuting, isMuted } from "#core/settings/mutes.ts";
import { cards } from "#packs/cards.js";
import { answerCommands, walkInFrame } from "#platform/commands.ts";
import { followInstall } from "#platform/install.ts";
import { answerBackground } from "#platform/messaging.ts";
import { enterOpenTabs } from "#platform/open-tabs.ts";
import { followPolicy, takePolicy } from "#platform/policy.ts";
import { bringReaderTo } from "#platform/reader-script.ts";
import { answerPanelCommand } from "#platform/side-panel.ts";
import { changeSettings, loadSettings } from "#platform/storage.ts";
import { followSync } from "#platform/sync.ts";
import { openOwnPage } from "#platform/tabs.ts";
import { browserWords } from "#platform/words.ts";
import { answerForSelection } from "./looking-up/answer-for-selection.ts";
import { answerInAddressBar } from "./looking-up/answer-in-address-bar.ts";

/** Unless the organisation does not wish it. */
async function welcome(): Promise<void> {
  await takePolicy();
  if ((await loadSettings()).welcome) await openOwnPage("welcome.html");
}

export default defineBackground({
  type: "module",
  main() {
    answerBackground({
      getCard: ({ card }) => viewCard(cards, card),
      getCardText({ card }) {
        const view = viewCard(cards, card);
        return view && cardText(view, browserWords());
      },
      bringReader: (_, asker) => bringReaderTo(asker),
      setMuted: async ({ isMuted: wish, ...muting }) =>
        isMuted(await changeSettings((settings) => changeMuting(settings, muting, wish)), muting) === wish,
      walkInFrame,
    });
    answerPanelCommand();
    answerCommands();
    followInstall({
      onFirst: () => void welcome(),
      onBrowserStart: () => void changeSettings(({ paused }) => (paused === "restart" ? { paused: "no" } : {})),
    });
    followPolicy();
    followSync();
    const words = browserWords();
    answerInAddressBar(words);
    answerForSelection(words);
    void enterOpenTabs();
  },
});
