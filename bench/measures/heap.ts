import type { BrowserContext } from "@playwright/test";
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
  const none = await heapOf(lab, plain, address("plain"));
  lab.figures["heap.news.bytes"] = (await heapOf(lab, built, address("plain"))) - none;
  lab.figures["heap.news.100000.bytes"] = (await heapOf(lab, measuring, address("cold/100000"))) - none;
}

async function heapOf(lab: Lab, context: BrowserContext, address: string): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < lab.rounds(3); round++) {
    const page = await context.newPage();
    await page.goto(address);
    const session = await context.newCDPSession(page);
    // Until the page is read and has come to rest: nothing that could be asked for is there in a page without us.
    await page.waitForTimeout(1500);
    for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
    samples.push(usedSize + backingStorageSize);
    await page.close();
  }
  return median(samples);
}
