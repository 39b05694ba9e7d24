import type { CDPSession, Page } from "@playwright/test";

/** The browser's own side panel, which is no page to Playwright. */
export interface OpenSidePanel {
  /** Its text as it shows, one block a line. */
  text(): Promise<string>;
  /** Presses the first button whose name begins so. Throws where there is none. */
  press(name: string): Promise<void>;
}

/** The side panel that is open, or undefined; `page` is any page of the browser. */
export async function findSidePanel(page: Page): Promise<OpenSidePanel | undefined> {
  const browser = await page.context().newCDPSession(page);
  const { targetInfos } = await browser.send("Target.getTargets");
  const pages = page
    .context()
    .pages()
    .map((one) => one.url());
  const target = targetInfos.find(({ url }) => url.endsWith("/sidepanel.html") && !pages.includes(url));
  if (!target) return undefined;
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId: target.targetId, flatten: false });
  const evaluate = (expression: string) => evaluateIn(browser, sessionId, expression);
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

let lastId = 0;

/** A session within a session speaks by messages in messages. */
async function evaluateIn(browser: CDPSession, sessionId: string, expression: string): Promise<unknown> {
  lastId += 1;
  const id = lastId;
  const params = { expression, returnByValue: true };
  const answer = new Promise<unknown>((resolve) => {
    const received = (event: { sessionId: string; message: string }) => {
      const message = JSON.parse(event.message) as { id?: number; result?: { result?: { value?: unknown } } };
      if (event.sessionId !== sessionId || message.id !== id) return;
      browser.off("Target.receivedMessageFromTarget", received);
      resolve(message.result?.result?.value);
    };
    browser.on("Target.receivedMessageFromTarget", received);
  });
  const message = JSON.stringify({ id, method: "Runtime.evaluate", params });
  await browser.send("Target.sendMessageToTarget", { sessionId, message });
  return answer;
}
