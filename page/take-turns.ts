import { keepListening } from "./keep-listening.ts";

/** Resolves once the page has had its turn: behind its tasks that wait, where `scheduler.yield` goes before them. */
export function yieldToPage(): Promise<void> {
  if (typeof scheduler !== "undefined" && "postTask" in scheduler) return scheduler.postTask(() => undefined);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Resolves when the document is seen: not in a background tab, nor while it is prerendered. Never after an abort. */
export function whenVisible(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === "visible") return Promise.resolve();
  return new Promise((resolve) => {
    const seen = new AbortController();
    const until = AbortSignal.any([signal, seen.signal]);
    const look = () => {
      if (document.visibilityState !== "visible") return;
      seen.abort();
      resolve();
    };
    keepListening(() => document.addEventListener("visibilitychange", look, { signal: until }), until);
  });
}

/** Resolves when the document has been parsed. Never after an abort. */
export function whenParsed(signal: AbortSignal): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => {
    const parsed = new AbortController();
    const until = AbortSignal.any([signal, parsed.signal]);
    const end = () => {
      parsed.abort();
      resolve();
    };
    keepListening(() => document.addEventListener("DOMContentLoaded", end, { signal: until }), until);
  });
}

/** Resolves in the first task after a frame: the page has been laid out, so asking it where things are costs little. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => void yieldToPage().then(resolve));
  });
}

/** Resolves after `ms` milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
