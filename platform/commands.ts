import browser from "webextension-polyfill";
import { type Command, commands, type WalkAct, type WalkAnswer, type WalkRequest } from "#core/messages.ts";
import { type Asker, askFrames } from "./messaging.ts";
import { activeTab } from "./tabs.ts";

const acts: Readonly<Record<Command, WalkAct>> = {
  "next-mention": "next",
  "previous-mention": "previous",
  "open-card": "open",
  "close-card": "return",
};

/** Does what the reader asks by the commands' keys, in the tab that they look at. */
export function answerCommands(): void {
  browser.commands.onCommand.addListener(async (name, tab) => {
    const command = commands.find((known) => known === name);
    const tabId = tab?.id ?? (await activeTab())?.id;
    if (command && tabId !== undefined) await runCommand(command, tabId);
  });
}

async function runCommand(command: Command, tabId: number): Promise<void> {
  if (command === "open-card" || command === "close-card") {
    const act = command === "open-card" ? "focus" : "close";
    // Answered where a card is open.
    if (await askFrames(tabId, "useCard", { act }).catch(() => false)) return;
  }
  await walkInFrame({ path: [], act: acts[command] }, { tabId });
}

/** Takes a step of the walk in one frame of a tab; undefined where no script of ours is. */
export async function walkInFrame(
  request: WalkRequest,
  { tabId }: Pick<Asker, "tabId">,
): Promise<WalkAnswer | undefined> {
  return tabId === undefined ? undefined : askFrames(tabId, "walk", request).catch(() => undefined);
}

/** The keys that each command has now, as the browser writes them; empty where it has none. */
export async function shortcuts(): Promise<ReadonlyMap<Command, string>> {
  const known = await browser.commands.getAll();
  return new Map(commands.map((command) => [command, known.find(({ name }) => name === command)?.shortcut ?? ""]));
}

/** Opens the browser's own page where readers choose keys; only the browser may change them. */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?(): Promise<void> };
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
