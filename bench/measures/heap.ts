import type { BrowserContext } from "@playwright/test";
import { untilMarked } from "../../tests/support/until-marked.ts";
import { type Lab, median } from "../lab.ts";

/** Bytes of JavaScript's heap, typed arrays included, that a page has more with us than without. */
export async function measureHeap(lab: Lab): Promise<void> {
  lab.say("heap added to a news page");
  const [plain, built, measuring] = [
    await lab.browser(undefined),
    await lab.browser(lab.built),
    await lab.browser(lab.measuring),
  ];
  const address = (way: string) => lab.address(way, "news");
  const none = await heapOf(lab, plain, address("plain"), false);
  lab.figures["heap.news.bytes"] = (await heapOf(lab, built, address("plain"), true)) - none;
  lab.figures["heap.news.100000.bytes"] = (await heapOf(lab, measuring, address("cold/100000"), true)) - none;
}

async function heapOf(lab: Lab, context: BrowserContext, address: string, marked: boolean): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < lab.rounds(3); round++) {
    const page = await context.newPage();
    await page.goto(address);
    const session = await context.newCDPSession(page);
    // In both, for the driver puts a script of its own into a page that it asks.
    if (marked) await untilMarked(page);
    else await page.waitForFunction(() => document.readyState === "complete");
    // So long on purpose, and the same with and without: it is the heap of a page that has been open for a second.
    await page.waitForTimeout(1000);
    for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
    samples.push(usedSize + backingStorageSize);
    await page.close();
  }
  return median(samples);
}
