import type { Browser, Page } from "puppeteer-core";
import { expect } from "vitest";
import type { Command } from "#core/messages.ts";
import { extensionId as id, urlOfOwnPage } from "./launch-firefox.ts";

/** A page of the extension's where Firefox shows it outside of tabs: no driver knows of these. */
export interface OwnPart {
  /** Its text as it shows. */
  text(): Promise<string>;
  /** The text of the first element that the selector finds; empty where there is none. */
  textOf(selector: string): Promise<string>;
  /** Presses the first control whose name begins so, as soon as it is there. */
  press(name: string): Promise<void>;
  /** Types into its look-up, and takes the first answer. */
  lookUp(words: string): Promise<void>;
  close(): Promise<void>;
}

interface Connection {
  send(method: string, parameters: object): Promise<{ result: Record<string, unknown> }>;
}

const patience = { timeout: 15_000, interval: 100 };

/** As Firefox writes it in the ids of what belongs to the extension. */
const widget = id.replace("@", "_");
const inPopup = `document.querySelector(".webextension-popup-browser")`;
const inSidebar = `SidebarController.browser.contentDocument?.getElementById("webext-panels-browser")`;

/** Presses the extension's button in the toolbar, with `tab` in front. */
export async function openPopup(browser: Browser, tab: Page): Promise<OwnPart> {
  await tab.bringToFront();
  await inFirefox(
    browser,
    `(() => {
      const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
      const { extension } = WebExtensionPolicy.getByID("${id}");
      ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    })()`,
  );
  return partOf(browser, inPopup, `${inPopup}?.closest("panel")?.hidePopup()`);
}

/** Opens the extension's side bar, with `tab` in front. */
export async function openSideBar(browser: Browser, tab: Page): Promise<OwnPart> {
  await tab.bringToFront();
  await inFirefox(browser, `SidebarController.show("${widget}-sidebar-action").then(() => {})`);
  return partOf(browser, inSidebar, "SidebarController.hide()");
}

/** Opens one of the extension's pages in a tab of its own, which no address typed by a driver may do. */
export async function openOwnTab(browser: Browser, path: string): Promise<Page> {
  const before = new Set(await browser.pages());
  const address = JSON.stringify(urlOfOwnPage(path));
  await inFirefox(browser, `(gBrowser.selectedTab = gBrowser.addTrustedTab(${address})).linkedBrowser.currentURI.spec`);
  const page = await newPage(browser, before);
  await page.waitForSelector("#app > *");
  return page;
}

/** Gives the extension a command, with `tab` in front, as the browser does when its keys are pressed: a driver's keys go past it. */
export async function giveCommand(browser: Browser, tab: Page, command: Command): Promise<void> {
  await tab.bringToFront();
  // The keys stand in the window as the manifest tells of them, and are not named.
  await inFirefox(
    browser,
    `(() => {
      const { commands } = WebExtensionPolicy.getByID("${id}").extension.manifest;
      const place = Object.keys(commands).indexOf("${command}");
      document.querySelectorAll("#ext-keyset-id-${widget} > key")[place].doCommand();
    })()`,
  );
}

/** The text that is on the machine's clipboard; empty where there is none. */
export async function clipboardOf(browser: Browser): Promise<string> {
  const text = await inFirefox(
    browser,
    `(() => {
      const held = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
      held.init(null);
      held.addDataFlavor("text/plain");
      if (!Services.clipboard.hasDataMatchingFlavors(["text/plain"], Services.clipboard.kGlobalClipboard)) return "";
      Services.clipboard.getData(held, Services.clipboard.kGlobalClipboard);
      const data = {};
      held.getTransferData("text/plain", data);
      return data.value.QueryInterface(Ci.nsISupportsString).data;
    })()`,
  );
  return text ?? "";
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

/** Lets the extension into private windows, as its reader may, and opens one at `address`. */
export async function openPrivateWindow(browser: Browser, address: string): Promise<Page> {
  const before = new Set(await browser.pages());
  await inFirefox(
    browser,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      await ExtensionPermissions.add("${id}", { permissions: ["internal:privateBrowsingAllowed"], origins: [] });
      await (await AddonManager.getAddonByID("${id}")).reload();
      const opened = window.OpenBrowserWindow({ private: true });
      await new Promise((resolve) => opened.addEventListener("load", resolve, { once: true }));
      await opened.delayedStartupPromise;
      opened.gBrowser.selectedTab = opened.gBrowser.addTrustedTab(${JSON.stringify(address)});
    })()`,
  );
  return newPage(browser, before, address);
}

/** Waits for Firefox to ask its reader for a permission, and gives the answer; resolves to what it asked. */
export async function answerPermission(browser: Browser, answer: "allow" | "deny"): Promise<string> {
  const asked = `document.querySelector("#notification-popup popupnotification#addon-webext-permissions-notification")`;
  await expect
    .poll(() => inFirefox(browser, `String(${asked} !== null && PopupNotifications.isPanelOpen)`), patience)
    .toBe("true");
  const text = await inFirefox(browser, `${asked}.textContent + ${asked}.getAttribute("label")`);
  const button = answer === "allow" ? "button" : "secondaryButton";
  await inFirefox(browser, `${asked}.${button}.click()`);
  return text ?? "";
}

/** Runs an expression in the browser's own window, the one in front, and answers its value, a text or nothing. */
async function inFirefox(browser: Browser, expression: string): Promise<string | undefined> {
  // Puppeteer keeps the connection to itself, and knows nothing of the browser's windows.
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const [context] = (tree.result.contexts as { context: string }[]).map((window) => window.context);
  const inFront = `(({ window, document, gBrowser, SidebarController, PopupNotifications }) => ${expression})(
    Services.wm.getMostRecentBrowserWindow())`;
  const call = { expression: inFront, awaitPromise: true, target: { context } };
  const { result } = await connection.send("script.evaluate", call);
  if (result.type !== "success") throw new Error(JSON.stringify(result).slice(0, 500));
  return (result.result as { value?: string }).value;
}

/** The tab that was not there before, once it is at an address that begins so. */
async function newPage(browser: Browser, before: ReadonlySet<Page>, address = ""): Promise<Page> {
  const found = async () => (await browser.pages()).find((one) => !before.has(one) && one.url().startsWith(address));
  await expect.poll(async () => (await found()) !== undefined, patience).toBe(true);
  return (await found()) as Page;
}

/** How many questions were asked of parts: each answer comes under a name of its own. */
let asked = 0;

function partOf(browser: Browser, element: string, close: string): OwnPart {
  /** Runs an expression, whose world has `content` for its window, in the part's process; answers it as a text. */
  const run = async (expression: string) => {
    asked += 1;
    const name = `context-cards-test-${asked}`;
    const script = `data:;charset=utf-8,${encodeURIComponent(`sendAsyncMessage("${name}", String(${expression}))`)}`;
    const answer = await inFirefox(
      browser,
      `(() => {
        const manager = ${element}?.messageManager;
        if (!manager) return "";
        return new Promise((resolve) => {
          manager.addMessageListener("${name}", ({ data }) => resolve(data));
          // What is being loaded may take the question with it: then it is asked again.
          setTimeout(() => resolve(""), 3000);
          manager.loadFrameScript(${JSON.stringify(script)}, false);
        });
      })()`,
    );
    return answer ?? "";
  };
  const textOf = (selector: string) =>
    run(`content.document.querySelector(${JSON.stringify(selector)})?.innerText ?? ""`);
  return {
    text: () => textOf("body"),
    textOf,
    async press(name) {
      const press = `(() => {
        const named = (control) => control.getAttribute("aria-label") ?? control.innerText;
        const control = [...content.document.querySelectorAll("button")].find((one) => named(one).trim().startsWith(${JSON.stringify(name)}));
        // Answered beforehand, since a press may close what is asked; as by the reader's hand, since some things are asked
        // for in that moment alone.
        if (control) content.setTimeout(() => {
          const hand = content.windowUtils.setHandlingUserInput(true);
          control.click();
          hand.destruct();
        });
        return control !== undefined;
      })()`;
      await expect.poll(() => run(press), patience).toBe("true");
    },
    async lookUp(words) {
      await expect.poll(() => run("content.document.querySelector('[role=combobox]') !== null"), patience).toBe("true");
      await run(`content.document.querySelector("[role=combobox]").setUserInput(${JSON.stringify(words)})`);
      await expect.poll(() => textOf("[role=option]"), patience).not.toBe("");
      const enter = `new content.KeyboardEvent("keydown", { key: "Enter", bubbles: true })`;
      await run(`content.document.querySelector("[role=combobox]").dispatchEvent(${enter})`);
    },
    async close() {
      await inFirefox(browser, close);
      await expect.poll(() => inFirefox(browser, `String(!${element}?.isConnected)`), patience).toBe("true");
    },
  };
}
