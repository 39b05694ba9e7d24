import { expect } from "@playwright/test";
import { test } from "../support/extended-page.ts";
import { collectComplaints, restOn, visibleMarks } from "../support/reading.ts";
import {
  codeMirrorSuite,
  findAndReplaceSuite,
  mediumEditorSuite,
  type Outcome,
  type Runner,
} from "../support/untouched-suites.ts";

// Each suite is run twice.
test.describe.configure({ timeout: 120_000 });

const suites = [
  { title: "MediumEditor’s", make: mediumEditorSuite },
  { title: "findAndReplaceDOMText’s", make: findAndReplaceSuite },
  { title: "CodeMirror 5’s", make: codeMirrorSuite },
];

for (const { title, make } of suites) {
  test(`${title} own tests come out the same, one by one`, async ({ page, card, plain, serve, complaints }) => {
    const { pages, path, atLeast, marks } = make();
    const { origin } = await serve(pages);
    const bare = await plain.newPage();
    const bareComplaints = collectComplaints(bare);
    await bare.goto(origin + path);
    const expected = await bare.evaluate(runSuite);
    await bare.close();
    expect(expected.outcomes.filter(([, verdict]) => verdict === "passed").length).toBeGreaterThanOrEqual(atLeast);
    expect(expected.marks).toEqual([]);

    await page.goto(origin + path);
    const marked = async () => (await visibleMarks(page)).map(({ words }) => words);
    await expect.poll(marked).toEqual(expect.arrayContaining(["Volodymyr Zelensky", "NATO umbrella", "Crimea"]));
    const seen = await page.evaluate(runSuite);
    expect(seen.outcomes).toEqual(expected.outcomes);
    expect(seen.marks).toEqual(expect.arrayContaining([...marks]));
    await expect.poll(marked).toEqual(expect.arrayContaining(["Volodymyr Zelensky", "NATO umbrella", "Donald Trump"]));
    await restOn(page, "NATO umbrella");
    await expect.poll(async () => (await card.read())?.name).toBe("NATO umbrella");
    expect(distinct(complaints)).toEqual(distinct(bareComplaints));
  });
}

/** Runs in the page: the suite, and a look at what is marked at every frame meanwhile. */
async function runSuite(): Promise<{ outcomes: Outcome[]; marks: string[] }> {
  const marks = new Set<string>();
  let isOver = false;
  const watch = () => {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith("context-card")) continue;
      for (const range of highlight as unknown as Iterable<StaticRange>) {
        const { startContainer, startOffset, endContainer, endOffset } = range;
        if (startContainer === endContainer) marks.add(startContainer.textContent?.slice(startOffset, endOffset) ?? "");
      }
    }
    if (!isOver) requestAnimationFrame(watch);
  };
  watch();
  const { runner } = window as unknown as { runner: Runner };
  const outcomes = await runner.run();
  isOver = true;
  return { outcomes, marks: [...marks].sort() };
}

/** The kinds of complaint: how many of the pictures that a suite names are still asked for when it ends is chance. */
function distinct(complaints: readonly string[]): string[] {
  return [...new Set(complaints)].sort();
}
