import type { Page } from "@playwright/test";
import { defaultSettings } from "#core/settings/settings.ts";
import { pointOf, visibleMarks } from "../../tests/support/reading.ts";
import { until } from "../../tests/support/until.ts";
import { type Lab, median } from "../lab.ts";
import { acceptFunctions } from "../open-browser.ts";

const frame = 1000 / 60;
/** It stands in the article's first line. */
const name = "Volodymyr Zelensky";

interface Counter {
  messages: number;
  chrome: { runtime: { onMessage: { addListener(listener: () => void): void } } };
}

/** From the pointer's rest on a name to the card's first paint, less the reader's own delay; and the messages it takes. */
export async function measureCards(lab: Lab): Promise<void> {
  lab.say("cards of the built extension");
  const context = await lab.browser(lab.built);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  await worker.evaluate(() => {
    const world = globalThis as unknown as Counter;
    world.messages = 0;
    world.chrome.runtime.onMessage.addListener(() => {
      world.messages += 1;
    });
  });
  // Before the first rest: bringing in the reader takes a message of its own.
  const messages = () => worker.evaluate(() => (globalThis as unknown as Counter).messages);
  const waits: number[] = [];
  const counts: number[] = [];
  const { dwell } = defaultSettings;
  for (let round = 0; round < lab.rounds(9); round++) {
    const page = await context.newPage();
    await page.goto(lab.address("plain", "article"));
    await acceptFunctions(page);
    await until(async () => (await visibleMarks(page)).find(({ words }) => words === name));
    const before = await messages();
    waits.push((await restToPaint(page)) - dwell);
    counts.push((await messages()) - before);
    await page.close();
  }
  lab.figures["card.frames.count"] = median(waits) / frame;
  lab.figures["card.messages.count"] = Math.max(...counts);
}

/** Milliseconds from the move that brought the pointer onto the words to the first frame that shows the card. */
async function restToPaint(page: Page): Promise<number> {
  const point = await pointOf(page, name);
  await page.mouse.move(point.x, point.y + 200);
  // Two frames: what was passed over is left before the rest begins.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const shown = await page.evaluateHandle(() => ({
    ms: new Promise<number>((resolve) => {
      let rested = Number.NaN;
      const noteRest = ({ timeStamp }: PointerEvent) => {
        rested = timeStamp;
      };
      addEventListener("pointermove", noteRest, { capture: true, once: true });
      new MutationObserver((_, observer) => {
        if (!document.querySelector("context-card-host")) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - rested);
          port2.postMessage(undefined);
        });
      }).observe(document, { childList: true, subtree: true });
    }),
  }));
  await page.mouse.move(point.x, point.y);
  return shown.evaluate(({ ms }) => ms);
}
