import { type Lab, median } from "../lab.ts";
import type { World } from "../open-world.ts";

/** What ten thousand marks cost the page: layout, frames, its own changes, and the pointer's moves. */
export async function measureMarks(lab: Lab): Promise<void> {
  lab.say("marks: a page with 10,000 mentions");
  const world = await lab.open("warm", "dense");
  const { figures } = lab;
  await world.session.send("Performance.enable");
  await world.evaluate("bench.settle()");

  const before = await renderingOf(world);
  figures["marks.mentions.count"] = await world.evaluate<number>(`bench.hold("bundled")`);
  await world.evaluate("bench.settle()");
  const after = await renderingOf(world);
  figures["marks.layouts.count"] = after.layouts - before.layouts;
  figures["marks.layout"] = after.layoutMs - before.layoutMs;
  figures["marks.style"] = after.styleMs - before.styleMs;
  figures["marks.ranges.count"] = await world.evaluate<number>("bench.ranges()");

  const hits: { ours: number; plain: number }[] = [];
  for (let round = 0; round < lab.rounds(9); round++) hits.push(await world.evaluate("bench.hitTest(1000)"));
  figures["hit.ours"] = median(hits.map(({ ours }) => ours)) / 1000;
  figures["hit.elementFromPoint"] = median(hits.map(({ plain }) => plain)) / 1000;

  const samples = new Map<string, number[]>();
  const add = (key: string, value: number) => samples.set(key, [...(samples.get(key) ?? []), value]);
  for (let block = 0; block < lab.rounds(4); block++) {
    for (const state of ["bundled", "none", "without"]) {
      if (state !== "bundled" || block > 0) await world.evaluate("bench.release()");
      if (state !== "without" && (state !== "bundled" || block > 0)) await world.evaluate(`bench.hold("${state}")`);
      await world.evaluate("bench.settle()");
      for (let frame = 0; frame < 12; frame++) {
        const ms = await world.evaluate<number>(`bench.frameAfterChange(${frame})`);
        if (frame >= 2) add(`frame.${state}`, ms);
      }
      for (let round = 0; round < 5; round++) {
        const { changed, removed } = await world.page.evaluate(changeTexts);
        add(`dom.${state}`, changed + removed);
        await world.evaluate("bench.settle()");
      }
    }
  }
  for (const [key, values] of samples) figures[key] = median(values);
  await world.close();
}

/** Milliseconds, in the page's own world, to change a thousand texts and to remove a thousand paragraphs; all is put back. */
function changeTexts(): { changed: number; removed: number } {
  const paragraphs = [...document.querySelectorAll("p")];
  const texts = paragraphs.slice(0, 1000).map(({ firstChild }) => firstChild as Text);
  const before = texts.map(({ data }) => data);
  const removed = paragraphs.slice(1000, 2000);
  const places = removed.map(({ parentNode, nextSibling }) => ({ parentNode, nextSibling }));
  const begun = performance.now();
  for (const text of texts) text.data += " again";
  const changed = performance.now();
  for (const paragraph of removed) paragraph.remove();
  const ended = performance.now();
  for (const [at, paragraph] of [...removed.entries()].toReversed()) {
    const place = places[at];
    place?.parentNode?.insertBefore(paragraph, place.nextSibling?.isConnected ? place.nextSibling : null);
  }
  for (const [at, text] of texts.entries()) text.data = before[at] ?? "";
  return { changed: changed - begun, removed: ended - changed };
}

async function renderingOf({ session }: World): Promise<{ layouts: number; layoutMs: number; styleMs: number }> {
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return {
    layouts: metric("LayoutCount"),
    layoutMs: metric("LayoutDuration") * 1000,
    styleMs: metric("RecalcStyleDuration") * 1000,
  };
}
