import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  answerAmongFrames,
  answerBackground,
  answerFrame,
  askBackground,
  askFrame,
  askFrames,
  NoReceiverError,
  OrphanedError,
} from "./messaging.ts";

type Listener = (message: unknown, sender: unknown) => Promise<unknown> | undefined;

const extension = vi.hoisted(() => ({
  listeners: new Set<Listener>(),
  sender: {} as Record<string, unknown>,
  failures: [] as Error[],
  sent: 0,
  runtime: { id: "us" as string | undefined },
}));

vi.mock("webextension-polyfill", () => {
  const sendMessage = async (message: unknown) => {
    extension.sent += 1;
    const failure = extension.failures.shift();
    if (failure) throw failure;
    // Messages are copied on their way.
    const copy = JSON.parse(JSON.stringify(message));
    for (const listener of extension.listeners) {
      const answer = listener(copy, extension.sender);
      if (answer) return JSON.parse(JSON.stringify(await answer));
    }
    throw new Error("Could not establish connection. Receiving end does not exist.");
  };
  const onMessage = {
    addListener: (listener: Listener) => extension.listeners.add(listener),
    removeListener: (listener: Listener) => extension.listeners.delete(listener),
  };
  const runtime = Object.assign(extension.runtime, {
    sendMessage,
    onMessage,
    getURL: (path: string) => `chrome-extension://us/${path}`,
  });
  return { default: { runtime, tabs: { sendMessage: (_: number, message: unknown) => sendMessage(message) } } };
});

beforeEach(() => {
  extension.listeners.clear();
  extension.failures = [];
  extension.sent = 0;
  extension.runtime.id = "us";
  extension.sender = { id: "us", url: "chrome-extension://us/popup.html" };
});

const noCard = () => undefined;
const others = { setMuted: () => true, bringReader: noCard, getCardText: noCard, walkInFrame: noCard };
const digest = { state: "ready" as const, host: "", path: [], entries: [] };
const tabHandlers = {
  getDigest: () => digest,
  jumpTo: () => ({ count: 3 }),
  showFrame: noCard,
  jumpBack: noCard,
  openAtSelection: () => false,
};

describe("asking the background", () => {
  it("brings the answer, and nothing where there is nothing", async () => {
    answerBackground({ ...others, getCard: noCard });
    await expect(askBackground("getCard", { card: "nato" })).resolves.toBeUndefined();
  });

  it.each([
    "Could not establish connection. Receiving end does not exist.",
    "A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received",
    "The message port closed before a response was received.",
    "Message manager disconnected",
    "Promised response from onMessage listener went out of scope",
    "Actor 'Conduits' destroyed before query 'RuntimeMessage' was resolved",
  ])("asks once more when the background was killed or is being woken: %s", async (reason) => {
    answerBackground({ ...others, getCard: noCard });
    extension.failures = [new Error(reason)];
    await expect(askBackground("getCard", { card: "nato" })).resolves.toBeUndefined();
    expect(extension.sent).toBe(2);
  });

  it("gives up after the second time", async () => {
    await expect(askBackground("getCard", { card: "nato" })).rejects.toBeInstanceOf(NoReceiverError);
    expect(extension.sent).toBe(2);
  });

  it("says so when the extension has gone", async () => {
    extension.failures = [new Error("Extension context invalidated.")];
    await expect(askBackground("getCard", { card: "nato" })).rejects.toBeInstanceOf(OrphanedError);
    expect(extension.sent).toBe(1);
    extension.runtime.id = undefined;
    await expect(askBackground("getCard", { card: "nato" })).rejects.toBeInstanceOf(OrphanedError);
    expect(extension.sent).toBe(1);
  });

  it("hands on the reason of a failure", async () => {
    answerBackground({
      ...others,
      getCard: () => {
        throw new Error("No cards today.");
      },
      getCardText: noCard,
    });
    await expect(askBackground("getCard", { card: "nato" })).rejects.toThrow("No cards today.");
  });

  it("refuses what its schema refuses", async () => {
    const getCard = vi.fn(noCard);
    answerBackground({ ...others, getCard });
    await expect(askBackground("getCard", { card: "../nato" })).rejects.toThrow("getCard");
    expect(getCard).not.toHaveBeenCalled();
  });

  it("does not answer other extensions", async () => {
    answerBackground({ ...others, getCard: noCard });
    extension.sender = { id: "them" };
    await expect(askBackground("getCard", { card: "nato" })).rejects.toBeInstanceOf(NoReceiverError);
  });
});

describe("asking a tab", () => {
  it("brings the answer", async () => {
    answerFrame(tabHandlers, new AbortController().signal);
    await expect(askFrame(1, 0, "getDigest")).resolves.toEqual(digest);
    await expect(askFrame(1, 0, "jumpTo", { card: "nato", index: 2 })).resolves.toEqual({ count: 3 });
    await expect(askFrame(1, 0, "jumpBack")).resolves.toBeUndefined();
  });

  it("tells a tab without content script", async () => {
    await expect(askFrame(1, 0, "getDigest")).rejects.toBeInstanceOf(NoReceiverError);
  });

  it("answers our own pages only, not content scripts", async () => {
    answerFrame(tabHandlers, new AbortController().signal);
    extension.sender = { id: "us", url: "https://news.example/", tab: { id: 7 } };
    await expect(askFrame(1, 0, "getDigest")).rejects.toBeInstanceOf(NoReceiverError);
  });

  it("answers no more once stopped", async () => {
    const stop = new AbortController();
    answerFrame(tabHandlers, stop.signal);
    stop.abort();
    await expect(askFrame(1, 0, "getDigest")).rejects.toBeInstanceOf(NoReceiverError);
  });
});

describe("asking all frames", () => {
  it("brings the answer of the one that it concerns", async () => {
    const { signal } = new AbortController();
    const walk =
      (level: number) =>
      ({ path }: { path: number[] }) =>
        path.length === level ? { reached: { top: level, bottom: 9 } } : undefined;
    for (const level of [0, 1, 2]) answerAmongFrames({ useCard: () => undefined, walk: walk(level) }, signal);
    const answer = await askFrames(1, "walk", { path: [4], act: "next" });
    expect(answer).toEqual({ reached: { top: 1, bottom: 9 } });
  });

  it("tells where it concerns none", async () => {
    answerAmongFrames({ useCard: () => undefined, walk: () => undefined }, new AbortController().signal);
    await expect(askFrames(1, "useCard", { act: "focus" })).rejects.toBeInstanceOf(NoReceiverError);
  });
});
