import type { Browser, Page } from "puppeteer-core";
import { extensionId as id, urlOfOwnPage } from "./launch-firefox.ts";

interface Connection {
  send(method: string, parameters: object): Promise<{ result: Record<string, unknown> }>;
}

/** Runs an expression in the browser's own window, and answers its value, a text or nothing. */
async function inFirefox(browser: Browser, expression: string): Promise<string | undefined> {
  // Puppeteer keeps the connection to itself, and knows nothing of the browser's window.
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const [window] = tree.result.contexts as { context: string }[];
  const call = { expression, awaitPromise: true, target: { context: window?.context } };
  const { result } = await connection.send("script.evaluate", call);
  if (result.type !== "success") throw new Error(JSON.stringify(result).slice(0, 500));
  return (result.result as { value?: string }).value;
}

/** Opens one of the extension's pages in a tab of its own, which no address typed by a driver may do. */
export async function openOwnPage(browser: Browser, path: string): Promise<Page> {
  const before = new Set(await browser.pages());
  const address = JSON.stringify(urlOfOwnPage(path));
  await inFirefox(browser, `(gBrowser.selectedTab = gBrowser.addTrustedTab(${address})).linkedBrowser.currentURI.spec`);
  for (;;) {
    const page = (await browser.pages()).find((one) => !before.has(one));
    if (page) {
      await page.waitForSelector("#app > *");
      return page;
    }
  }
}

/** The id by which the extension knows the tab in front. */
export async function selectedTab(browser: Browser): Promise<number> {
  return Number(
    await inFirefox(
      browser,
      `String(WebExtensionPolicy.getByID("${id}").extension.tabManager.getWrapper(gBrowser.selectedTab).id)`,
    ),
  );
}

/** Takes the extension's access to websites away, as its reader may in Firefox's settings. */
export async function takeAccess(browser: Browser): Promise<void> {
  await inFirefox(
    browser,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
      const { extension } = WebExtensionPolicy.getByID("${id}");
      await ExtensionPermissions.remove("${id}", { permissions: [], origins: ["<all_urls>"] }, extension);
    })()`,
  );
}
