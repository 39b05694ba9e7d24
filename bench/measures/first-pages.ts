import { coldSets } from "../build-extension.ts";
import { interleave, type Lab, type Subject } from "../lab.ts";

interface Cold {
  load: number;
  ms: number;
  mentions: number;
}

/** First readings of a news page, in a new tab each: names loaded, page read, marked, laid out. */
export async function measureFirstPages(lab: Lab): Promise<void> {
  const loads = new Map<string, number>();
  const cold = (set: string): Subject => ({
    key: `cold.news.${set}`,
    async sample() {
      const world = await lab.open(`cold/${set}`, "news");
      const { load, ms } = await answerOf<Cold>(() =>
        world.evaluate("globalThis.cold && { load: cold.load, ms: cold.ms, mentions: cold.mentions }"),
      );
      loads.set(set, Math.min(loads.get(set) ?? load, load));
      await world.close();
      return ms;
    },
  });
  const touch: Subject = {
    key: "cold.touch.news",
    async sample() {
      const world = await lab.open("touch", "news");
      const { ms } = await answerOf<{ ms: number }>(() => world.evaluate("globalThis.coldTouch"));
      await world.close();
      return ms;
    },
  };
  lab.say("first pages, each in a tab of its own");
  await interleave(lab, lab.rounds(7), 1, [touch, ...coldSets.map(cold)]);
  for (const [set, ms] of loads) lab.figures[`load.${set}`] = ms;
}

/** The first answer that is not undefined. */
async function answerOf<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
