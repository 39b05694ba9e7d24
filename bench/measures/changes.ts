import { type Lab, median } from "../lab.ts";
import type { World } from "../open-world.ts";

const count = 1000;
/** What is done to a thousand paragraphs, in the page's own world. */
const changes = { append, edit, remove } as const;

/** Catching up with a page that changes: script time, and how much text is read again. */
export async function measureChanges(lab: Lab): Promise<void> {
  lab.say("changes: 1,000 paragraphs appended, edited, removed");
  const samples = new Map<string, number[]>();
  const add = (key: string, value: number) => samples.set(key, [...(samples.get(key) ?? []), value]);
  for (let round = 0; round < lab.rounds(3); round++) {
    for (const state of ["read", "unread"]) {
      const world = await lab.open("warm", "news");
      await world.session.send("Performance.enable");
      if (state === "read") await world.evaluate(`bench.hold("bundled")`);
      await world.evaluate("bench.settle()");
      for (const [name, change] of Object.entries(changes)) {
        const [script, units] = [await scriptOf(world), await world.evaluate<number>("bench.unitsRead()")];
        const changed = await world.page.evaluate(change, count);
        await world.evaluate("bench.settle()");
        add(`changes.${name}.${state}`, (await scriptOf(world)) - script);
        const again = (await world.evaluate<number>("bench.unitsRead()")) - units;
        if (state === "read" && changed > 0) add(`changes.${name}.share`, again / changed);
      }
      await world.close();
    }
  }
  for (const [key, values] of samples) lab.figures[key] = median(values);
  for (const name of Object.keys(changes)) {
    const [read = Number.NaN, unread = Number.NaN] = ["read", "unread"].map(
      (state) => lab.figures[`changes.${name}.${state}`],
    );
    lab.figures[`catchUp.${name}`] = read - unread;
  }
}

/** Appends paragraphs, each in a task of its own; answers how many units of text they have. */
async function append(wanted: number): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let units = 0;
  for (let at = 0; at < wanted; at++) {
    const paragraph = document.createElement("p");
    paragraph.className = "bench-appended";
    paragraph.textContent = `Number ${at}: Volodymyr Zelensky met Donald Trump, and spoke with Vladimir Putin of Ukraine, of Crimea, of NATO and of a ceasefire in Kherson and in Luhansk.`;
    units += paragraph.textContent.length;
    document.body.append(paragraph);
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
  }
  port1.close();
  return units;
}

function edit(): number {
  let units = 0;
  for (const { firstChild } of document.querySelectorAll(".bench-appended")) {
    const text = firstChild as Text;
    text.data = text.data.replace("Number", "Item");
    units += text.length;
  }
  return units;
}

function remove(): number {
  for (const paragraph of document.querySelectorAll(".bench-appended")) paragraph.remove();
  return 0;
}

async function scriptOf({ session }: World): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN) * 1000;
}
