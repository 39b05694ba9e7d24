import type { JumpAnswer } from "#core/messages.ts";
import type { TabFrame } from "./frames.ts";
import { askFrame } from "./messaging.ts";

/** Scrolls to the `index`th mention of a card in one of a tab's frames, and the frames around it to that frame. */
export async function jumpInTab(
  tabId: number,
  frames: readonly TabFrame[],
  goal: { readonly frame: number; readonly card: string; readonly index: number },
): Promise<JumpAnswer | undefined> {
  const path = frames.find(({ id }) => id === goal.frame)?.digest.path ?? [];
  for (const [level, index] of path.entries()) {
    const around = frames.find(({ digest }) => isSamePath(digest.path, path.slice(0, level)));
    // A frame without our script cannot be asked to scroll; the browser mostly does it for the frames inside.
    if (around) await askFrame(tabId, around.id, "showFrame", { index }).catch(() => undefined);
  }
  return askFrame(tabId, goal.frame, "jumpTo", { card: goal.card, index: goal.index }).catch(() => undefined);
}

/** Scrolls all frames of a tab back to where they were before the first jump. */
export async function jumpBackInTab(tabId: number, frames: readonly TabFrame[]): Promise<void> {
  await Promise.allSettled(frames.map(({ id }) => askFrame(tabId, id, "jumpBack")));
}

function isSamePath(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((index, level) => index === b[level]);
}
