/**
 * Calls `listen` now, and again whenever the document's root element is replaced: `document.open()` takes every listener
 * from window and document away, and a listener that is still there is not added twice.
 */
export function keepListening(listen: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  listen();
  // Observers outlive `document.open()`.
  const observer = new MutationObserver(listen);
  observer.observe(document, { childList: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
