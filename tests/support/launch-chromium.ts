import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium, type Page, type Worker } from "@playwright/test";
import type { Digest } from "#core/messages.ts";
import { findBrowser } from "../../scripts/find-browser.ts";

const built = fileURLToPath(new URL("../../.output/chrome-mv3", import.meta.url));

/** Chromium, with a profile of its own that holds the built extension. */
export interface ExtendedChromium {
  context: BrowserContext;
  /** The extension's background. */
  background: Worker;
  /** The address of one of the extension's own pages. */
  urlOf(path: string): string;
  /** The id by which the extension API knows the page's tab; brings the page to the front. */
  tabIdOf(page: Page): Promise<number>;
  /** What the extension holds of the page. Rejects where it does not run. */
  digestOf(page: Page): Promise<Digest>;
  /** What the browser's sync holds of the settings, by their keys. */
  sharedKeys(): Promise<string[]>;
  /** What is stored of the settings, as it is. */
  storedSettings(): Promise<unknown>;
  /** Puts all settings back to their defaults. */
  forgetSettings(): Promise<void>;
}

/** The little of the extension API that is called in the background's world. */
interface ExtensionApi {
  storage: {
    local: { clear(): Promise<void>; get(key: string): Promise<object> };
    sync: { clear(): Promise<void>; get(key: null): Promise<object> };
  };
  tabs: {
    query(what: { active: boolean; lastFocusedWindow: boolean }): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: object, options: { frameId: number }): Promise<unknown>;
  };
}

declare const chrome: ExtensionApi;

const launchArguments = [
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts Chromium with the extension loaded and its background running. Close the context to end it; then `netLog`, a file,
 * tells of all that it sent, and nothing was sent beyond this machine. `extension` is the folder of another copy of it.
 */
export async function launchExtendedChromium({
  headless = true,
  scale = 1,
  netLog = "",
  extension = built,
} = {}): Promise<ExtendedChromium> {
  const context = await chromium.launchPersistentContext("", {
    executablePath: await findBrowser("chromium"),
    headless,
    ...(headless ? { viewport: { width: 1280, height: 900 }, deviceScaleFactor: scale } : { viewport: null }),
    // Containers mostly forbid it, and Chromium refuses to start with it as root.
    chromiumSandbox: !headless && process.getuid?.() !== 0,
    args: [
      ...launchArguments,
      ...(headless ? ["--disable-gpu"] : []),
      ...(netLog ? [`--log-net-log=${netLog}`, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  // It opens once after installing, which each of these profiles has just done.
  await (await welcomePage(context)).close();
  const tabIdOf = async (page: Page) => {
    await page.bringToFront();
    const id = await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return tab?.id;
    });
    if (id === undefined) throw new Error(`no tab shows ${page.url()}`);
    return id;
  };
  return {
    context,
    background: worker,
    urlOf: (path) => new URL(path, worker.url()).href,
    tabIdOf,
    digestOf: async (page) => {
      const message = { to: "tab", name: "getDigest" };
      const answer = await worker.evaluate(([tab, asked]) => chrome.tabs.sendMessage(tab, asked, { frameId: 0 }), [
        await tabIdOf(page),
        message,
      ] as const);
      return (answer as { answer: Digest }).answer;
    },
    sharedKeys: () => worker.evaluate(async () => Object.keys(await chrome.storage.sync.get(null))),
    storedSettings: () => worker.evaluate(() => chrome.storage.local.get("settings")),
    forgetSettings: () =>
      worker.evaluate(async () => {
        await chrome.storage.local.clear();
        await chrome.storage.sync.clear();
      }),
  };
}

async function welcomePage(context: BrowserContext): Promise<Page> {
  const isWelcome = async (page: Page) => {
    await page.waitForURL(/\/welcome\.html$/u);
    return page;
  };
  const opened = context.waitForEvent("page", { predicate: (page) => isWelcome(page).then(() => true) });
  return Promise.any([...context.pages().map(isWelcome), opened]);
}

/** Starts Chromium as it is, to compare with. Close the context to end it. */
export async function launchPlainChromium(): Promise<BrowserContext> {
  const executablePath = await findBrowser("chromium");
  const viewport = { width: 1280, height: 900 };
  return chromium.launchPersistentContext("", {
    executablePath,
    headless: true,
    viewport,
    args: [...launchArguments, "--disable-gpu"],
  });
}
