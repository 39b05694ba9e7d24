import * as v from "valibot";

/** The journeys of the files called so (`journey.spec.ts`, `keyboard-journey.test.ts`), by title, and whether each was gone to its end. */
export type Journeys = ReadonlyMap<string, boolean>;

/** A file's tests, or those of a group in it, which has its file's name. */
interface Suite {
  file: string;
  specs: { title: string; ok: boolean }[];
  suites?: Suite[] | undefined;
}

const suite: v.GenericSchema<Suite> = v.object({
  file: v.string(),
  specs: v.array(v.object({ title: v.string(), ok: v.boolean() })),
  suites: v.optional(v.array(v.lazy(() => suite))),
});
const playwrightReport = v.object({ suites: v.array(suite) });
const vitestReport = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      assertionResults: v.array(v.object({ title: v.string(), status: v.string() })),
    }),
  ),
});

/** The journeys in a report of Playwright's. */
export function chromiumJourneys(report: unknown): Journeys {
  const { suites } = v.parse(playwrightReport, report);
  const found = suites.filter(({ file }) => file.endsWith("journey.spec.ts")).flatMap(specsIn);
  return new Map(found.map(({ title, ok }) => [title, ok]));
}

function specsIn({ specs, suites = [] }: Suite): Suite["specs"] {
  return [...specs, ...suites.flatMap(specsIn)];
}

/** The journeys in a report of Vitest's. */
export function firefoxJourneys(report: unknown): Journeys {
  const { testResults } = v.parse(vitestReport, report);
  const found = testResults.filter(({ name }) => name.endsWith("journey.test.ts"));
  const tests = found.flatMap(({ assertionResults }) => assertionResults);
  return new Map(tests.map(({ title, status }) => [title, status === "passed"]));
}

/** A line a journey: which browsers went it, and what it was. */
export function journeyTable(byBrowser: ReadonlyMap<string, Journeys>): string {
  const titles = [...new Set([...byBrowser.values()].flatMap((journeys) => [...journeys.keys()]))];
  const browsers = [...byBrowser.keys()];
  const cell = (browser: string, title: string) => {
    const wasGone = byBrowser.get(browser)?.get(title);
    return (wasGone === undefined ? "–" : wasGone ? "yes" : "FAILED").padEnd(browser.length);
  };
  const lines = titles.map((title) => `${browsers.map((browser) => cell(browser, title)).join("  ")}  ${title}`);
  return [`${browsers.join("  ")}  journey`, ...lines].join("\n");
}
