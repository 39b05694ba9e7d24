import * as v from "valibot";
import browser, { type Runtime } from "webextension-polyfill";
import { type Digest, digestSchema, type ReportCall, reportCallSchema } from "#core/messages.ts";
import { isOwnPage } from "./messaging.ts";
import { isOrphaned } from "./orphan.ts";

/** A frame of a tab in which the content script runs, and what it holds. */
export interface TabFrame {
  /** As `askFrame` takes it. */
  readonly id: number;
  readonly digest: Digest;
}

/** Pages change while they are looked at, and frames come: how often they are asked again, in ms. */
const askAgain = 700;

/**
 * Reports what this frame holds to whoever follows its tab, until the signal. Through ports, since only the sender of a
 * port or message is told to us by its frame: no permission is needed to know a tab's frames, nor a list to keep of them.
 */
export function reportToFollowers(digest: () => Digest, signal: AbortSignal): void {
  const ports = new Map<string, { port: Runtime.Port; reported: string }>();

  const connect = (channel: string) => {
    const follower = { port: browser.runtime.connect({ name: channel }), reported: "" };
    follower.port.onDisconnect.addListener(() => ports.delete(channel));
    ports.set(channel, follower);
    return follower;
  };
  const listener = (input: unknown, sender: Runtime.MessageSender): undefined => {
    const call = v.safeParse(reportCallSchema, input);
    if (!call.success || sender.id !== browser.runtime.id || !isOwnPage(sender)) return;
    const { channel } = call.output;
    const held = digest();
    const reported = JSON.stringify(held);
    const known = ports.get(channel);
    if (reported === known?.reported) return;
    const follower = known ?? connect(channel);
    follower.reported = reported;
    try {
      follower.port.postMessage(held);
    } catch {
      // It was closed without a word while the page was kept for the way back.
      connect(channel).port.postMessage(held);
    }
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListener);
  signal.addEventListener("abort", () => {
    // An orphan has nothing left to stop listening to, and its ports are closed.
    if (isOrphaned()) return;
    browser.runtime.onMessage.removeListener(listener as Runtime.OnMessageListener);
    for (const { port } of ports.values()) port.disconnect();
  });
}

/**
 * Calls `listener` with the frames of a tab, the page first and each frame behind the one that it is in, whenever one comes,
 * goes or holds something else, until the signal. None: the content script runs nowhere in the tab.
 */
export function followFrames(
  tabId: number,
  listener: (frames: readonly TabFrame[]) => void,
  signal: AbortSignal,
): void {
  const frames = new Map<Runtime.Port, TabFrame>();
  const tell = () => listener([...frames.values()].sort((a, b) => compareFrames(a.digest, b.digest)));
  const call = collectReports(
    tabId,
    (port, frame) => {
      if (frame) frames.set(port, frame);
      else frames.delete(port);
      tell();
    },
    signal,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    const isHeard = await call();
    if (signal.aborted) return;
    if (!isHeard && frames.size === 0) tell();
    timer = setTimeout(ask, askAgain);
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  void ask();
}

/**
 * Hands over each report of a frame, and undefined when it goes, until the signal. The result calls all frames to report;
 * false where nobody heard it.
 */
function collectReports(
  tabId: number,
  onReport: (port: Runtime.Port, frame: TabFrame | undefined) => void,
  signal: AbortSignal,
): () => Promise<boolean> {
  const message: ReportCall = { to: "all", channel: `frames ${crypto.randomUUID()}` };
  const open = new Set<Runtime.Port>();

  const connected = (port: Runtime.Port) => {
    if (port.name !== message.channel) return;
    const { id: extension, tab, frameId: id } = port.sender ?? {};
    if (extension !== browser.runtime.id || tab?.id !== tabId || id === undefined) {
      port.disconnect();
      return;
    }
    open.add(port);
    port.onMessage.addListener((input) => {
      const digest = v.safeParse(digestSchema, input);
      if (digest.success) onReport(port, { id, digest: digest.output });
    });
    port.onDisconnect.addListener(() => {
      open.delete(port);
      onReport(port, undefined);
    });
  };
  browser.runtime.onConnect.addListener(connected);
  signal.addEventListener("abort", () => {
    browser.runtime.onConnect.removeListener(connected);
    for (const port of open) port.disconnect();
  });
  return () =>
    browser.tabs.sendMessage(tabId, message).then(
      () => true,
      () => false,
    );
}

function compareFrames({ path: a }: Digest, { path: b }: Digest): number {
  const level = a.findIndex((index, at) => index !== b[at]);
  if (level < 0) return a.length - b.length;
  return (a[level] ?? 0) - (b[level] ?? -1);
}
