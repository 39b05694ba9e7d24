import { beforeEach, expect, it, vi } from "vitest";
import { enterFrame, enterOpenTabs } from "./open-tabs.ts";

type Target = { tabId: number; frameIds?: number[] };

const extension = vi.hoisted(() => ({
  session: {} as Record<string, unknown>,
  tabs: [] as { id?: number }[],
  /** The frames of each tab, and whether the content script runs there. A tab that is missing refuses. */
  frames: new Map<number, Map<number, boolean>>(),
  entered: [] as string[],
  /** How many calls are left until the browser ends the background: that call, and what waits for it, never ends. */
  callsLeft: Number.POSITIVE_INFINITY,
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
      if (files.includes("a.js")) framesOf(target).set(id, true);
    }
  };
  /** What the browser does at a call, unless it ends the background before, or before it answers. */
  const call = async <Answer>(act: () => Answer): Promise<Answer> => {
    extension.callsLeft -= 1;
    if (extension.callsLeft < 0) await new Promise(() => {});
    const answer = act();
    if (extension.callsLeft === 0) await new Promise(() => {});
    return answer;
  };
  const scripting = {
    executeScript: ({ target, files }: { target: Target; files?: string[] }) =>
      call(() => {
        if (files) return note(target, files);
        return [...framesOf(target)].map(([frameId, result]) => ({ frameId, result }));
      }),
    insertCSS: ({ target, files }: { target: Target; files: string[] }) => call(() => note(target, files)),
  };
  const storage = {
    session: {
      get: () => call(() => ({ ...extension.session })),
      set: (items: object) => call(() => Object.assign(extension.session, items)),
    },
  };
  const runtime = { getManifest: () => ({ content_scripts: [{ css: ["a.css"], js: ["a.js"] }] }) };
  return { default: { scripting, storage, runtime, tabs: { query: () => call(() => extension.tabs) } } };
});

beforeEach(() => {
  extension.session = {};
  extension.tabs = [];
  extension.frames.clear();
  extension.entered = [];
  extension.callsLeft = Number.POSITIVE_INFINITY;
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

it("enters every frame once, wherever the browser ends the background in between", async () => {
  let ending = 0;
  for (let isEnded = true; isEnded; ) {
    ending += 1;
    extension.session = {};
    extension.entered = [];
    extension.tabs = [{ id: 1 }, { id: 2 }, { id: 3 }];
    const frames = () => new Map([0, 7].map((id) => [id, false]));
    extension.frames = new Map([2, 3].map((id) => [id, frames()]));
    extension.callsLeft = ending;
    void enterOpenTabs();
    await new Promise(setImmediate);
    isEnded = extension.callsLeft <= 0;
    extension.callsLeft = Number.POSITIVE_INFINITY;
    await enterOpenTabs();
    const scripts = extension.entered.filter((entry) => entry.endsWith("a.js"));
    expect(scripts.sort(), `ended at call ${ending}`).toEqual(["2/0 a.js", "2/7 a.js", "3/0 a.js", "3/7 a.js"]);
  }
  expect(ending).toBeGreaterThan(10);
});

it("lets one script run in a frame", () => {
  expect([enterFrame(), enterFrame()]).toEqual([true, false]);
});
