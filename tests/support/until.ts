import { setInterval } from "node:timers/promises";

/** What `ask` answers once that is anything; asked anew every 50 ms. Rejects after `patience` ms. */
export async function until<Answer>(ask: () => Promise<Answer | undefined>, patience = 60_000): Promise<Answer> {
  const last = Date.now() + patience;
  for await (const _ of setInterval(50)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > last) break;
  }
  throw new Error(`what was waited for did not come within ${patience / 1000} s`);
}
