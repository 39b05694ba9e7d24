import type { CDPSession, Page } from "@playwright/test";

/** The world that the extension's script has in a page, which the page cannot see into. */
export interface ContentWorld {
  /** The characters of text that the extension has asked the page for since the last call. */
  charactersRead(): Promise<number>;
  /** Whether the script that reads and marks was brought into the page. */
  hasReader(): Promise<boolean>;
}

/** Finds the extension's world in `page` as it stands: a navigation ends it. */
export async function openContentWorld(page: Page): Promise<ContentWorld> {
  const session = await page.context().newCDPSession(page);
  const contextId = await findWorld(session);
  // Each world has its own wrappers and prototypes: this counts the extension's readings and nobody else's.
  const count = () => {
    const { prototype } = CharacterData;
    const given = Object.getOwnPropertyDescriptor(prototype, "data");
    Object.assign(globalThis, { read: 0 });
    Object.defineProperty(prototype, "data", {
      ...given,
      get(this: CharacterData) {
        const text = String(given?.get?.call(this));
        const world = globalThis as unknown as { read: number };
        world.read += text.length;
        return text;
      },
    });
  };
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      contextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  };
  await evaluate(`(${count})()`);
  return {
    charactersRead: async () => Number(await evaluate("(() => { const seen = read; read = 0; return seen; })()")),
    hasReader: async () => Boolean(await evaluate("Symbol.for('context-cards reader') in globalThis")),
  };
}

/** The number of the execution context that the extension's manifest gave the page's main frame. */
async function findWorld(session: CDPSession): Promise<number> {
  const found = new Promise<number>((resolve) => {
    session.on("Runtime.executionContextCreated", ({ context }) => {
      if (context.origin.startsWith("chrome-extension://")) resolve(context.id);
    });
  });
  // Tells of all that exist already.
  await session.send("Runtime.enable");
  return found;
}
