import type { BrowserContext } from "@playwright/test";
import { articlePage } from "../tests/support/article-page.ts";
import { type ServedPage, servePages } from "../tests/support/serve-pages.ts";
import { coldSets } from "./build-extension.ts";
import type { Lab, PageName } from "./lab.ts";
import { openBrowser } from "./open-browser.ts";
import { openWorld } from "./open-world.ts";
import { createPageMaker, type PageMaker } from "./pages.ts";

export interface LabOptions {
  project: string;
  built: string;
  measuring: string;
  /** Fewer rounds: to see that all works, not to publish. */
  quick: boolean;
  say(what: string): void;
}

const pages: Record<PageName, (maker: PageMaker) => string> = {
  "10kb": (maker) => maker.make({ units: 10_000, passageEvery: 8 }),
  news: (maker) => maker.make({ units: 60_000, passageEvery: 6 }),
  "100kb": (maker) => maker.make({ units: 100_000, passageEvery: 8 }),
  "1mb": (maker) => maker.make({ units: 1_000_000, passageEvery: 8 }),
  "5mb": (maker) => maker.make({ units: 5_000_000, passageEvery: 8 }),
  "20mb": (maker) => maker.make({ units: 20_000_000, passageEvery: 8 }),
  nameless: (maker) => maker.make({ units: 60_000, passageEvery: 0 }),
  "nameless-menus": (maker) => maker.make({ units: 60_000, passageEvery: 0, menus: true }),
  "nameless-1mb": (maker) => maker.make({ units: 1_000_000, passageEvery: 0 }),
  dense: (maker) => maker.makeDense(10_000),
  article: articlePage,
};

/** Serves the generated pages and keeps the browsers; `stop` ends both. */
export async function createLab(options: LabOptions): Promise<Lab & { stop(): Promise<void> }> {
  const { project, built, measuring, quick, say } = options;
  const maker = createPageMaker(project);
  const ways = ["warm", "touch", "plain", ...coldSets.map((set) => `cold/${set}`)];
  const served: Record<string, ServedPage> = {};
  const bodies = new Map<PageName, string>();
  for (const way of ways) {
    for (const name of Object.keys(pages) as PageName[]) {
      // Made when first asked for: the largest takes seconds.
      Object.defineProperty(served, `/${way}/${name}`, {
        get: (): ServedPage => {
          const body = bodies.get(name) ?? pages[name](maker);
          bodies.set(name, body);
          return { body };
        },
      });
    }
  }
  const server = await servePages(served);
  const browsers = new Map<string | undefined, Promise<BrowserContext>>();
  const browser = (folder: string | undefined) => {
    const open = browsers.get(folder) ?? openBrowser(folder);
    browsers.set(folder, open);
    return open;
  };
  const address = (way: string, page: PageName) => `${server.origin}/${way}/${page}`;
  return {
    project,
    built,
    measuring,
    figures: {},
    rounds: (times) => (quick ? Math.max(1, Math.round(times / 5)) : times),
    address,
    browser,
    open: async (way, page) => openWorld(await browser(measuring), address(way, page)),
    say,
    async stop() {
      for (const open of browsers.values()) await (await open).close();
      await server.stop();
    },
  };
}
