import { beforeEach, expect, test, vi } from "vitest";
import type { SiteRule } from "#core/settings/settings.ts";
import { changeSettings, loadSettings } from "./storage.ts";
import { followSync, loadSyncTrouble } from "./sync.ts";

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

/** The browser's storage: of this browser, and what all of them share. */
const browser = vi.hoisted(() => {
  const listeners = new Set<Listener>();
  /** How many calls are left until the browser ends the background, which never hears the answer to the last. */
  const state = { refusal: "", callsLeft: Number.POSITIVE_INFINITY };
  const call = async <Answer>(act: () => Answer): Promise<Answer> => {
    state.callsLeft -= 1;
    if (state.callsLeft < 0) await new Promise(() => {});
    const answer = act();
    if (state.callsLeft === 0) await new Promise(() => {});
    return answer;
  };
  const createArea = (name: string, refuse: (items: Record<string, unknown>) => string | undefined) => {
    const items: Record<string, unknown> = {};
    return {
      items,
      QUOTA_BYTES_PER_ITEM: 200,
      get: (key: string | null) => call(() => structuredClone(key === null ? items : { [key]: items[key] })),
      set: (given: Record<string, unknown>) =>
        call(() => {
          const reason = refuse({ ...items, ...given });
          if (reason) throw new Error(reason);
          for (const [key, value] of Object.entries(structuredClone(given))) {
            items[key] = value;
            for (const listener of listeners) listener({ [key]: { newValue: value } }, name);
          }
        }),
      remove: (key: string) => call(() => void delete items[key]),
      onChanged: {
        addListener: (listener: (changes: object) => void) =>
          listeners.add((changes, area) => void (area === name && listener(changes))),
        removeListener: () => undefined,
      },
    };
  };
  const local = createArea("local", () => undefined);
  const sync = createArea("sync", (items) => {
    if (state.refusal) return state.refusal;
    return JSON.stringify(items).length > 400 ? "QUOTA_BYTES quota exceeded" : undefined;
  });
  return { listeners, state, local, sync };
});

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: { id: "us" },
    storage: {
      local: browser.local,
      sync: browser.sync,
      onChanged: { addListener: (listener: Listener) => browser.listeners.add(listener) },
    },
  },
}));

vi.stubGlobal("navigator", { locks: { request: (_: string, act: () => Promise<void>) => act() } });

beforeEach(() => {
  browser.listeners.clear();
  browser.state.refusal = "";
  browser.state.callsLeft = Number.POSITIVE_INFINITY;
  for (const area of [browser.local, browser.sync]) for (const key of Object.keys(area.items)) delete area.items[key];
});

const rules = (count: number): SiteRule[] =>
  Array.from({ length: count }, (_, number) => ({ pattern: `site${number}.example.org`, on: false }));

test("shares nothing unless the reader wishes it", async () => {
  followSync();
  await changeSettings({ theme: "dark" });
  await vi.waitFor(() => expect(browser.listeners.size).toBeGreaterThan(0));
  expect(browser.sync.items).toEqual({});
  await changeSettings({ sync: true });
  await vi.waitFor(() => expect(browser.sync.items).toMatchObject({ theme: { value: "dark" } }));
  expect(browser.sync.items).not.toHaveProperty("sync");
});

test("takes and tells nothing more once the reader has ended it, though a meeting was going on", async () => {
  await changeSettings({ sync: true, theme: "dark" });
  browser.sync.items.dwell = { value: 500, at: Date.now() + 1000 };
  const { get } = browser.sync;
  const asked = vi.spyOn(browser.sync, "get").mockImplementationOnce(async (key) => {
    const found = await get(key);
    await changeSettings({ sync: false });
    return found;
  });
  const { dwell } = await loadSettings();
  followSync();
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  // All of this browser answers at once: by the next task the meeting is over.
  await new Promise((resolve) => setTimeout(resolve));
  expect(await loadSettings()).toMatchObject({ sync: false, theme: "dark", dwell });
  expect(browser.sync.items).not.toHaveProperty("theme");
});

test("takes what another browser has changed later", async () => {
  await changeSettings({ sync: true, theme: "dark" });
  followSync();
  await vi.waitFor(() => expect(browser.sync.items).toHaveProperty("theme"));
  await browser.sync.set({ theme: { value: "light", at: Date.now() + 1000 } });
  await vi.waitFor(async () => expect((await loadSettings()).theme).toBe("light"));
});

test("keeps what is too long in this browser, shares the rest, and says so until it fits", async () => {
  followSync();
  await changeSettings({ sync: true, siteRules: rules(20), theme: "dark" });
  await vi.waitFor(async () => expect(await loadSyncTrouble()).toEqual({ tooLong: ["siteRules"] }));
  expect(browser.sync.items).toMatchObject({ theme: { value: "dark" } });
  await browser.sync.set({ siteRules: { value: rules(1), at: Date.now() + 1000 } });
  expect((await loadSettings()).siteRules).toEqual(rules(20));
  await vi.waitFor(async () => expect(await loadSyncTrouble()).toEqual({ tooLong: ["siteRules"] }));
  browser.sync.items.siteRules = { value: rules(1), at: 1 };
  await changeSettings({ siteRules: rules(2) });
  await vi.waitFor(async () => expect(await loadSyncTrouble()).toBeUndefined());
  expect(browser.sync.items).toMatchObject({ siteRules: { value: rules(2) } });
});

test("loses nothing when all of it together is too much", async () => {
  followSync();
  await changeSettings({
    sync: true,
    siteRules: rules(3),
    muted: [1, 2, 3, 4].map((n) => ({ card: `card-${n}`, site: "a.org" })),
  });
  await changeSettings({ theme: "dark", dwell: 500, markStyle: "tint", textSize: 150, openBy: "click" });
  await vi.waitFor(async () => expect((await loadSyncTrouble())?.tooLong.length).toBeGreaterThan(0));
  expect(await loadSettings()).toMatchObject({ siteRules: rules(3), theme: "dark", dwell: 500, openBy: "click" });
});

test("tries again when the browser has refused", async () => {
  browser.state.refusal = "This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.";
  followSync();
  await changeSettings({ sync: true, theme: "dark" });
  await vi.waitFor(async () => expect(await loadSyncTrouble()).toEqual({ tooLong: [], refused: true }));
  expect((await loadSettings()).theme).toBe("dark");
  browser.state.refusal = "";
  await changeSettings({ dwell: 500 });
  await vi.waitFor(async () => expect(await loadSyncTrouble()).toBeUndefined());
  expect(browser.sync.items).toMatchObject({ theme: { value: "dark" }, dwell: { value: 500 } });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "ended at its call %i of the browser, it goes on from there when it is woken",
  async (calls) => {
    await changeSettings({ sync: true, theme: "dark" });
    browser.sync.items.dwell = { value: 500, at: Date.now() + 1000 };
    browser.state.callsLeft = calls;
    followSync();
    await vi.waitFor(() => expect(browser.state.callsLeft).toBeLessThanOrEqual(0));
    browser.listeners.clear();
    browser.state.callsLeft = Number.POSITIVE_INFINITY;
    followSync();
    await vi.waitFor(() =>
      expect(browser.sync.items).toMatchObject({ theme: { value: "dark" }, dwell: { value: 500 } }),
    );
    await vi.waitFor(async () => expect(await loadSettings()).toMatchObject({ sync: true, theme: "dark", dwell: 500 }));
    expect(await loadSyncTrouble()).toBeUndefined();
  },
);
