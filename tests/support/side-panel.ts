import type { Page } from "@playwright/test";
import { findOutsideTabs } from "./outside-tabs.ts";

/** The browser's own side panel, which is no page to Playwright. */
export interface OpenSidePanel {
  /** Its text as it shows, one block a line. */
  text(): Promise<string>;
  /** Presses the first button whose name begins so. Throws where there is none. */
  press(name: string): Promise<void>;
}

/** The side panel that is open, or undefined; `page` is any page of the browser. */
export async function findSidePanel(page: Page): Promise<OpenSidePanel | undefined> {
  const evaluate = await findOutsideTabs(page, "sidepanel.html");
  if (!evaluate) return undefined;
  return {
    text: async () => String(await evaluate("document.body.innerText")),
    async press(name) {
      const found = await evaluate(`(() => {
        const named = (button) => (button.getAttribute("aria-label") ?? button.textContent).startsWith(${JSON.stringify(name)});
        const button = Array.from(document.querySelectorAll("button")).find(named);
        button?.click();
        return button !== undefined;
      })()`);
      if (found !== true) throw new Error(`the side panel has no button ${name}`);
    },
  };
}
