import browser from "webextension-polyfill";

/** Each browser has one of the two; the polyfill's types know Firefox's alone. */
interface Panels {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** The window that this page belongs to: asked for beforehand, since a panel opens only in the moment of a press. */
export async function ownWindow(): Promise<number | undefined> {
  return (await browser.windows.getCurrent()).id;
}

/** Opens Chrome's side panel or Firefox's sidebar. To be called straight from the handler of a press or of a key. */
export async function openSidePanel(windowId: number | undefined): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  if (sidebarAction) await sidebarAction.open();
  else if (windowId !== undefined) await sidePanel?.open({ windowId });
}

/** Opens it by its command's key, too. Firefox has a command of its own that needs nobody to answer it. */
export function answerPanelCommand(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "open-side-panel") void openSidePanel(tab?.windowId);
  });
}
