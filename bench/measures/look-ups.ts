import { type Lab, median } from "../lab.ts";

/** As readers type them: whole names, beginnings, other scripts, and a slip. */
const queries = ["zelensky", "trum", "nato umb", "Крим", "budapest memorandum", "zelenzky", "ceasefire", "lugansk"];

interface Answer {
  build: number;
  searches: number[];
}

/** Look-up over all names: a search runs at each letter typed, within a frame. */
export async function measureLookUps(lab: Lab): Promise<void> {
  lab.say("look-up");
  const world = await lab.open("warm", "10kb");
  const ask = (set: string) => world.evaluate<Answer>(`bench.lookUp("${set}", ${JSON.stringify(queries)})`);
  for (const set of ["bundled", "100000"]) {
    const { build } = await ask(set);
    lab.figures[`lookUp.build.${set}`] = build;
    const slowest: number[] = [];
    for (let round = 0; round < lab.rounds(7); round++) slowest.push(Math.max(...(await ask(set)).searches));
    lab.figures[`lookUp.${set}`] = median(slowest);
  }
  await world.close();
}
