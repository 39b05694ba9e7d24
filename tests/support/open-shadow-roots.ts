import type { Page } from "@playwright/test";

/**
 * Lets axe into the cards that will be opened on a page as it stands: in the extension's own world, closed shadow roots are
 * made open ones. What is in them is the very same.
 */
export async function openShadowRoots(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension://")) worlds.push(context.id);
  });
  // Tells of all that exist already.
  await session.send("Runtime.enable");
  const open = () => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      return attachShadow.call(this, { ...options, mode: "open" });
    };
  };
  for (const contextId of worlds) await session.send("Runtime.evaluate", { expression: `(${open})()`, contextId });
  await session.detach();
}
