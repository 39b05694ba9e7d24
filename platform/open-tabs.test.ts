import { beforeEach, expect, it, vi } from "vitest";
import { enterFrame, enterOpenTabs } from "./open-tabs.ts";

type Target = { tabId: number; frameIds?: number[] };

const extension = vi.hoisted(() => ({
  session: {} as Record<string, unknown>,
  tabs: [] as { id?: number }[],
  /** The frames of each tab, and whether the content script runs there. A tab that is missing refuses. */
  frames: new Map<number, Map<number, boolean>>(),
  entered: [] as string[],
}));

vi.mock("webextension-polyfill", () => {
  const framesOf = ({ tabId }: Target) => {
    const frames = extension.frames.get(tabId);
    if (!frames) throw new Error("Cannot access a chrome:// URL");
    return frames;
  };
  const note = (target: Target, files: string[]) => {
    for (const id of target.frameIds ?? []) {
      if (!framesOf(target).has(id)) throw new Error(`No frame with id ${id}`);
      extension.entered.push(`${target.tabId}/${id} ${files}`);
    }
  };
  const scripting = {
    async executeScript({ target, files }: { target: Target; files?: string[] }) {
      if (files) return note(target, files);
      return [...framesOf(target)].map(([frameId, result]) => ({ frameId, result }));
    },
    async insertCSS({ target, files }: { target: Target; files: string[] }) {
      note(target, files);
    },
  };
  const storage = {
    session: {
      get: async () => ({ ...extension.session }),
      set: async (items: object) => Object.assign(extension.session, items),
    },
  };
  const runtime = { getManifest: () => ({ content_scripts: [{ css: ["a.css"], js: ["a.js"] }] }) };
  return { default: { scripting, storage, runtime, tabs: { query: async () => extension.tabs } } };
});

beforeEach(() => {
  extension.session = {};
  extension.tabs = [];
  extension.frames.clear();
  extension.entered = [];
});

it("enters the frames that are without the script, whichever tabs refuse", async () => {
  extension.tabs = [{ id: 1 }, { id: 2 }, {}, { id: 3 }];
  extension.frames.set(
    2,
    new Map([
      [0, true],
      [7, false],
    ]),
  );
  extension.frames.set(3, new Map([[0, false]]));
  await enterOpenTabs();
  expect(extension.entered.sort()).toEqual(["2/7 a.css", "2/7 a.js", "3/0 a.css", "3/0 a.js"]);
});

it("does so once a start of the extension, however often the background wakes", async () => {
  extension.tabs = [{ id: 3 }];
  extension.frames.set(3, new Map([[0, false]]));
  await enterOpenTabs();
  await enterOpenTabs();
  expect(extension.entered).toEqual(["3/0 a.css", "3/0 a.js"]);
});

it("lets one script run in a frame", () => {
  expect([enterFrame(), enterFrame()]).toEqual([true, false]);
});
