import { beforeEach, expect, it, vi } from "vitest";
import { defaultSettings } from "#core/settings/settings.ts";
import { changeSettings, loadSettings } from "./storage.ts";

const store = vi.hoisted(() => ({
  held: {} as Record<string, unknown>,
  runtime: { id: "us" as string | undefined },
  get: async (): Promise<Record<string, unknown>> => ({}),
  set: async (_items: object): Promise<void> => {},
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: store.runtime,
    storage: { local: { get: () => store.get(), set: (items: object) => store.set(items) } },
  },
}));

beforeEach(() => {
  store.held = {};
  store.runtime.id = "us";
  store.get = async () => structuredClone(store.held);
  store.set = async (items) => {
    Object.assign(store.held, structuredClone(items));
  };
  // Locks are the browser's: here nobody else waits.
  vi.stubGlobal("navigator", { locks: { request: (_: string, act: () => unknown) => act() } });
});

it("keeps what is changed, and nothing else", async () => {
  await changeSettings({ theme: "dark" });
  await changeSettings({ dwell: 500 });
  expect(await loadSettings()).toEqual({ ...defaultSettings, theme: "dark", dwell: 500 });
});

it("goes on by the defaults where the store is broken, refuses changes, and leaves what is there", async () => {
  await changeSettings({ theme: "dark" });
  const before = structuredClone(store.held);
  const { get } = store;
  store.get = () => Promise.reject(new Error("An unexpected error occurred"));
  expect(await loadSettings()).toEqual(defaultSettings);
  await expect(changeSettings({ dwell: 500 })).rejects.toThrow("unexpected");
  expect(store.held).toEqual(before);
  store.get = get;
  expect((await loadSettings()).theme).toBe("dark");
});

it("says so where the store is full, and leaves what is there", async () => {
  await changeSettings({ theme: "dark" });
  store.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
  await expect(changeSettings({ theme: "light" })).rejects.toThrow("quota");
  expect((await loadSettings()).theme).toBe("dark");
});

it("waits for a slow store, and takes what it says at last", async () => {
  await changeSettings({ theme: "dark" });
  let answer = (_items: Record<string, unknown>) => {};
  store.get = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const loaded = loadSettings();
  answer(store.held);
  expect((await loaded).theme).toBe("dark");
});

it("tells the script of a page that its extension has gone, instead of going on by the defaults", async () => {
  store.runtime.id = undefined;
  store.get = () => Promise.reject(new Error("Extension context invalidated."));
  await expect(loadSettings()).rejects.toThrow("invalidated");
});

it.each(["before it is stored", "before that is heard"])(
  "ended while it changes settings, %s, it loses none",
  async (when) => {
    await changeSettings({ theme: "dark" });
    const { set } = store;
    store.set = async (items) => {
      if (when === "before that is heard") await set(items);
      await new Promise(() => {});
    };
    void changeSettings({ dwell: 500 });
    const stored = () => (store.held.settings as { values: object } | undefined)?.values;
    const expected = when === "before that is heard" ? { theme: "dark", dwell: 500 } : { theme: "dark" };
    await vi.waitFor(() => expect(stored()).toEqual(expected));
    // Woken anew, it is asked again.
    store.set = set;
    await changeSettings({ dwell: 500 });
    expect(stored()).toEqual({ theme: "dark", dwell: 500 });
  },
);
