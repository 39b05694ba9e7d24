import type { CDPSession } from "@playwright/test";
import { untilMarked } from "../../tests/support/until-marked.ts";
import { type Lab, median, type PageName } from "../lab.ts";
import { type Task, traceTasks } from "../trace.ts";

/** Beyond this, in ms, a task blocks the reader: https://web.dev/articles/tbt */
const blocking = 50;

/** What the built extension adds to the tasks of a page that loads. The pages have no script: all script is ours. */
export async function measureLoads(lab: Lab): Promise<void> {
  const blocked: number[] = [];
  const longest: number[] = [];
  for (let round = 0; round < lab.rounds(5); round++) {
    const tasks = await loadTraced(lab, "news");
    blocked.push(tasks.reduce((sum, task) => sum + blockingAdded(task), 0));
    longest.push(Math.max(...tasks.map(({ script }) => script)));
  }
  lab.figures["blocking.news"] = median(blocked);
  lab.figures["longest.news"] = median(longest);
}

/** The same for the largest page, where slices are many. */
export async function measureLargestLoad(lab: Lab): Promise<void> {
  const tasks = await loadTraced(lab, "20mb");
  lab.figures["longest.20mb"] = Math.max(...tasks.map(({ script }) => script));
  lab.figures["slices.20mb.count"] = tasks.filter(({ script }) => script > 1).length;
  lab.figures["script.20mb"] = tasks.reduce((sum, { script }) => sum + script, 0);
  lab.figures["blocking.20mb"] = tasks.reduce((sum, task) => sum + blockingAdded(task), 0);
}

function blockingAdded({ duration, script }: Task): number {
  return Math.max(0, duration - blocking) - Math.max(0, duration - script - blocking);
}

async function loadTraced(lab: Lab, name: PageName): Promise<Task[]> {
  lab.say(`page load with the built extension: ${name}`);
  const context = await lab.browser(lab.built);
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const tasks = await traceTasks(session, async () => {
    await page.goto(lab.address("plain", name));
    await untilMarked(page);
    await rest(session);
  });
  await page.close();
  return tasks;
}

/** Resolves once the page's thread has done next to nothing for two seconds. */
async function rest(session: CDPSession): Promise<void> {
  for (let before = 0, quiet = 0; quiet < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { metrics } = await session.send("Performance.getMetrics");
    const now = metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
    quiet = now - before < 0.02 ? quiet + 1 : 0;
    before = now;
  }
}
