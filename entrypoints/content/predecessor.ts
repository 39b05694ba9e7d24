import { pause } from "#page/take-turns.ts";
import { hostTag } from "#page/treatments.ts";
import { lookEvery } from "./leave-when-orphaned.ts";

/** What marks are registered by: Firefox lets content scripts ask for a name, and not for all there are. */
const names = ["dotted", "solid", "tint", "active"].map((style) => `context-card-${style}`);

/** Resolves once the script of an earlier version of the extension has left this document, if there was one. */
export async function predecessorLeaves(signal: AbortSignal): Promise<void> {
  // Firefox ends the script with its extension, at once, so that it takes nothing along.
  if (import.meta.env.FIREFOX) {
    removeTraces();
    return;
  }
  // It leaves by itself; what goes on looking like it is the page's own doing.
  const end = performance.now() + 2 * lookEvery;
  while (!signal.aborted && performance.now() < end && hasTraces()) await pause(lookEvery / 20);
}

/** Whoever opens a card has marks registered; to look for the card's element itself is to go through all of the page. */
function hasTraces(): boolean {
  return names.some((name) => CSS.highlights.has(name));
}

function removeTraces(): void {
  if (!hasTraces()) return;
  for (const name of names) CSS.highlights.delete(name);
  for (const host of document.querySelectorAll(hostTag)) host.remove();
}
