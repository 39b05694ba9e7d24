import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page as PlaywrightPage } from "@playwright/test";
import { type Browser, launch, type Page, type Target } from "puppeteer-core";
import { findBrowser } from "../../scripts/find-browser.ts";
import { type CardReader, createCardReader } from "./card-reader.ts";

const built = fileURLToPath(new URL("../../.output/chrome-mv3", import.meta.url));

/**
 * Chromium in which the extension comes and goes, and whose tabs live as a reader's do: those behind are hidden, links are
 * prerendered, pages are kept for the way back. (To Playwright's every tab is in front, and none is kept.)
 */
export interface LivingChromium {
  browser: Browser;
  newTab(options?: { background: boolean }): Promise<Page>;
  /** Errors and warnings of the tabs' consoles since they were opened, and of the extension wherever it ran. */
  complaints(): Promise<string[]>;
  cardsOf(page: Page): Promise<CardReader>;
  /** Installs the built extension; once installed, replaces it by a copy with a higher version. */
  install(): Promise<void>;
  remove(): Promise<void>;
  setEnabled(isEnabled: boolean): Promise<void>;
  /** Lets it into all websites, or into none before its button is pressed there. */
  setAccess(sites: "all" | "onPress"): Promise<void>;
  /** Opens one of the extension's pages in a tab, which the id of the tab in front is added to. */
  openForFront(path: string): Promise<Page>;
  /** As by the extension's own wish. */
  reload(): Promise<void>;
  /** Ends the background as the browser does when it has been idle. */
  stopBackground(): Promise<void>;
  /** Stores settings, as the options page does. */
  saveSettings(settings: object): Promise<void>;
  close(): Promise<void>;
}

interface ExtensionApi {
  runtime: { reload(): void };
  tabs: { query(what: { active: boolean; lastFocusedWindow: boolean }): Promise<{ id: number }[]> };
  storage: { local: { set(items: object): Promise<void> } };
  management: { setEnabled(id: string, isEnabled: boolean): Promise<void> };
  developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
    getExtensionsInfo(): Promise<{ id: string; runtimeErrors: { message: string }[] }[]>;
  };
}

declare const chrome: ExtensionApi;

/** Starts Chromium without the extension. */
export async function launchLivingChromium(): Promise<LivingChromium> {
  const folder = mkdtempSync(join(tmpdir(), "context-cards-"));
  cpSync(built, folder, { recursive: true });
  const complaints = new Set<string>();
  let version = 0;
  let id = "";
  const browser = await launch({
    browser: "chrome",
    executablePath: await findBrowser("chromium"),
    headless: true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: { width: 1280, height: 900 },
    // It would keep links from being prerendered.
    ignoreDefaultArgs: ["--disable-background-networking"],
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-component-update", "--disable-sync"],
  });
  const [desk = await browser.newPage()] = await browser.pages();
  await desk.goto("chrome://extensions");
  // Without, an unpacked extension is not started again.
  await desk.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  const isBackground = (target: Target) => target.type() === "service_worker" && target.url().includes(id);
  const inBackground = async () => {
    const worker = await (await browser.waitForTarget(isBackground)).worker();
    if (!worker) throw new Error("the background cannot be reached");
    return worker;
  };
  return {
    browser,
    async newTab(options) {
      const tab = await browser.newPage(options?.background ? { background: true } : {});
      await collectComplaints(tab, complaints);
      return tab;
    },
    async complaints() {
      // Once more, for pages that were prerendered: the browser keeps what was said before.
      for (const tab of await browser.pages()) await collectComplaints(tab, complaints);
      const known = await desk.evaluate(() => chrome.developerPrivate.getExtensionsInfo());
      const errors = known.find((extension) => extension.id === id)?.runtimeErrors ?? [];
      return [...complaints, ...errors.map(({ message }) => message)];
    },
    cardsOf: (page) => createCardReader(likePlaywright(page)),
    async install() {
      version += 1;
      const path = join(folder, "manifest.json");
      const manifest = JSON.parse(readFileSync(path, "utf8"));
      writeFileSync(path, JSON.stringify({ ...manifest, version: `${version}.0` }));
      const isNew = id === "";
      // Listened for beforehand: it opens as soon as the extension is there.
      const welcome = isNew
        ? browser.waitForTarget((target) => target.url().endsWith("/welcome.html")).then((target) => target.page())
        : undefined;
      const front = isNew ? await visiblePage(browser) : undefined;
      id = await browser.installExtension(folder);
      await (await welcome)?.close();
      await front?.bringToFront();
    },
    async remove() {
      await browser.uninstallExtension(id);
      id = "";
    },
    setEnabled: (isEnabled) => desk.evaluate((of, wish) => chrome.management.setEnabled(of, wish), id, isEnabled),
    setAccess: (sites) =>
      desk.evaluate(
        (extensionId, hostAccess) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
        id,
        sites === "all" ? "ON_ALL_SITES" : "ON_CLICK",
      ),
    async openForFront(path) {
      const worker = await inBackground();
      const tab = await worker.evaluate(async () => {
        const [front] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return front?.id;
      });
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${path}?tab=${tab}`);
      return page;
    },
    async reload() {
      const worker = await inBackground();
      await worker.evaluate(() => chrome.runtime.reload());
    },
    async stopBackground() {
      const session = await desk.createCDPSession();
      const stopped = new Promise<void>((resolve) => {
        session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
          if (versions.some(({ scriptURL, runningStatus }) => scriptURL.includes(id) && runningStatus === "stopped")) {
            resolve();
          }
        });
      });
      await session.send("ServiceWorker.enable");
      await session.send("ServiceWorker.stopAllWorkers");
      await stopped;
      await session.detach();
    },
    async saveSettings(settings) {
      const worker = await inBackground();
      await worker.evaluate((stored) => chrome.storage.local.set({ settings: stored }), settings);
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The tab that the reader is looking at. */
async function visiblePage(browser: Browser): Promise<Page | undefined> {
  for (const page of await browser.pages()) {
    if (await page.evaluate(() => document.visibilityState === "visible")) return page;
  }
  return undefined;
}

/** A session on the tab alone: one on the background would keep it from being started again. */
async function collectComplaints(tab: Page, complaints: Set<string>): Promise<void> {
  const session = await tab.createCDPSession();
  session.on("Runtime.exceptionThrown", ({ exceptionDetails: { text, exception } }) => {
    complaints.add(exception?.description ?? text);
  });
  session.on("Runtime.consoleAPICalled", ({ type, args }) => {
    if (["error", "warning", "assert"].includes(type)) complaints.add(args.map(({ value }) => value).join(" "));
  });
  session.on("Log.entryAdded", ({ entry }) => {
    if (["error", "warning"].includes(entry.level)) complaints.add(entry.text);
  });
  await session.send("Runtime.enable");
  await session.send("Log.enable");
}

/** The little that a card reader needs of a page, which both drivers have. */
function likePlaywright(page: Page): PlaywrightPage {
  return {
    context: () => ({ newCDPSession: () => page.createCDPSession() }),
    mouse: page.mouse,
  } as unknown as PlaywrightPage;
}
