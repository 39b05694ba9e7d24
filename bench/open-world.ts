import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { acceptFunctions } from "./open-browser.ts";

/** A page and the extension's world in it. */
export interface World {
  page: Page;
  session: CDPSession;
  /** The value of an expression there, awaited. */
  evaluate<Result>(expression: string): Promise<Result>;
  close(): Promise<void>;
}

/** Milliseconds a page may take to be loaded, and an expression to be answered: the largest take minutes on a slow machine. */
const patience = 600_000;

/** Opens an address in a new tab and finds the world of the extension there. */
export async function openWorld(context: BrowserContext, address: string): Promise<World> {
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const session = await context.newCDPSession(page);
  const found = new Promise<number>((resolve) => {
    session.on("Runtime.executionContextCreated", ({ context: { id, origin } }) => {
      if (origin.startsWith("chrome-extension://")) resolve(id);
    });
  });
  await page.goto(address, { waitUntil: "load" });
  await acceptFunctions(page);
  await session.send("Runtime.enable");
  const contextId = await found;
  return {
    page,
    session,
    async evaluate(expression) {
      const options = { contextId, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression, ...options });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    close: () => page.close(),
  };
}
