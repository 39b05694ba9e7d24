import type { Page } from "@playwright/test";
import type { Point } from "./reading.ts";

/** A touch screen, in CSS pixels of the viewport. */
export interface Fingers {
  tap(at: Point): Promise<void>;
  /** Puts a finger down, and lifts it once `meanwhile` is done. */
  hold(at: Point, meanwhile: () => Promise<unknown>): Promise<void>;
  /** Moves the finger that is held. */
  moveTo(at: Point): Promise<void>;
  /** Draws a finger from one point to another. */
  swipe(from: Point, to: Point): Promise<void>;
  /** Spreads two fingers from a point. */
  pinch(at: Point): Promise<void>;
}

/** Makes the page's screen one for fingers, of a phone's size unless another is given. */
export async function useFingers(page: Page, { width = 390, height = 780 } = {}): Promise<Fingers> {
  const session = await page.context().newCDPSession(page);
  await page.setViewportSize({ width, height });
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 5 });
  await session.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 2, mobile: true });
  const send = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: touchPoints.map((point, id) => ({ ...point, id })) });
  return {
    async tap(at) {
      await send("touchStart", at);
      await send("touchEnd");
    },
    async hold(at, meanwhile) {
      await send("touchStart", at);
      await meanwhile();
      await send("touchEnd");
    },
    moveTo: (at) => send("touchMove", at).then(() => undefined),
    async swipe(from, to) {
      await send("touchStart", from);
      for (let step = 1; step <= 10; step++) {
        const part = step / 10;
        await send("touchMove", { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
      }
      await send("touchEnd");
    },
    async pinch({ x, y }) {
      await send("touchStart", { x: x - 10, y }, { x: x + 10, y });
      for (let step = 1; step <= 10; step++) {
        await send("touchMove", { x: x - 10 - step * 8, y }, { x: x + 10 + step * 8, y });
      }
      await send("touchEnd");
    },
  };
}
