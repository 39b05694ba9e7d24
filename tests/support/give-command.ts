import type { Page } from "@playwright/test";
import type { Command } from "#core/messages.ts";
import type { ExtendedChromium } from "./launch-chromium.ts";

interface CommandsApi {
  commands: { onCommand: { dispatch(command: string, tab: object): void } };
  tabs: { query(what: { active: boolean; lastFocusedWindow: boolean }): Promise<object[]> };
}

/**
 * Gives the extension a command in the page's tab, as the browser does when its keys are pressed. Keys that come through
 * the debugging protocol go to the page past the browser, which alone knows of commands.
 */
export async function giveCommand(chromium: ExtendedChromium, page: Page, command: Command): Promise<void> {
  await page.bringToFront();
  const [worker] = chromium.context.serviceWorkers();
  if (!worker) throw new Error("the background does not run");
  await worker.evaluate(async (name) => {
    const { chrome } = globalThis as unknown as { chrome: CommandsApi };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab) chrome.commands.onCommand.dispatch(name, tab);
  }, command);
}
