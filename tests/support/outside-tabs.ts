import type { CDPSession, Page } from "@playwright/test";

/** Runs an expression in one of the extension's pages, and answers its value, or what it promises. */
export type RunInOwnPage = (expression: string) => Promise<unknown>;

/** The extension's page of this path where the browser shows it outside of tabs, or undefined: it is no page to Playwright. */
export async function findOutsideTabs(page: Page, path: string): Promise<RunInOwnPage | undefined> {
  const browser = await page.context().newCDPSession(page);
  const { targetInfos } = await browser.send("Target.getTargets");
  const pages = page
    .context()
    .pages()
    .map((one) => one.url());
  const target = targetInfos.find(({ url }) => url.endsWith(`/${path}`) && !pages.includes(url));
  if (!target) return undefined;
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId: target.targetId, flatten: false });
  return (expression) => evaluateIn(browser, sessionId, expression);
}

let lastId = 0;

/** A session within a session speaks by messages in messages. */
async function evaluateIn(browser: CDPSession, sessionId: string, expression: string): Promise<unknown> {
  lastId += 1;
  const id = lastId;
  const params = { expression, returnByValue: true, awaitPromise: true };
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
