/**
 * Runs the suites named on the command line (all, if none): `unit`, `chromium`, `firefox`. Each shows its own output; then
 * the journeys are listed, with the browsers that went them; the last line is the sum of all. Leaves with 1 if a test failed, or a suite ran nothing.
 */
import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import * as v from "valibot";
import { BrowserMissingError, findBrowser } from "./find-browser.ts";
import { chromiumJourneys, firefoxJourneys, type Journeys, journeyTable } from "./journeys.ts";

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Suite {
  name: string;
  /** Readies what the suite needs; the variables are added to its environment. */
  prepare(): Promise<Record<string, string>>;
  /** A script of `node_modules` and its arguments. */
  command: string[];
  report: string;
  count(report: unknown): Counts;
  journeys?(report: unknown): Journeys;
}

const suites: Suite[] = [
  {
    name: "unit",
    prepare: async () => ({}),
    command: vitest("vitest.config.ts", "unit"),
    report: reportOf("unit"),
    count: countVitest,
  },
  {
    name: "chromium",
    prepare: async () => ({
      CONTEXT_CARDS_CHROMIUM: await findBrowser("chromium"),
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf("chromium"),
    }),
    command: ["@playwright/test/cli.js", "test", "--reporter=list,json"],
    report: reportOf("chromium"),
    count: countPlaywright,
    journeys: chromiumJourneys,
  },
  {
    name: "firefox",
    prepare: async () => ({ CONTEXT_CARDS_FIREFOX: await findBrowser("firefox") }),
    command: vitest("tests/firefox/vitest.config.ts", "firefox"),
    report: reportOf("firefox"),
    count: countVitest,
    journeys: firefoxJourneys,
  },
];

await main(process.argv.slice(2));

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((one) => suites.every(({ name }) => name !== one));
  if (unknown.length > 0) {
    console.error(`No suite is named ${unknown.join(", ")}. There are: ${suites.map(({ name }) => name).join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  const chosen = suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  mkdirSync("test-results", { recursive: true });
  const needsBuild = chosen.some(({ name }) => name !== "unit");
  const complaints = needsBuild && !build() ? ["build: failed"] : [];
  total.failed += complaints.length;
  const gone = new Map<string, Journeys>();
  for (const suite of complaints.length > 0 ? [] : chosen) {
    const { counts, complaint, journeys } = await runSuite(suite);
    if (journeys) gone.set(suite.name, journeys);
    for (const key of ["passed", "failed", "skipped"] as const) total[key] += counts[key];
    if (complaint) complaints.push(`${suite.name}: ${complaint}`);
  }
  if (gone.size > 0) console.log(`\n${journeyTable(gone)}`);
  console.log("");
  for (const complaint of complaints) console.log(complaint);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

/** A suite that breaks down without a failed test counts as one failure. */
async function runSuite(suite: Suite): Promise<{ counts: Counts; complaint?: string; journeys?: Journeys }> {
  console.log(`\n── ${suite.name} ──`);
  const broken = (complaint: string, counts: Counts = { passed: 0, failed: 0, skipped: 0 }) => {
    console.error(complaint);
    return { counts: { ...counts, failed: counts.failed + 1 }, complaint };
  };
  let env: Record<string, string>;
  try {
    env = await suite.prepare();
  } catch (error) {
    if (error instanceof BrowserMissingError) return broken(error.message);
    throw error;
  }
  rmSync(suite.report, { force: true });
  const status = runNode(suite.command, env);
  if (!existsSync(suite.report)) return broken(`it left no report (exit code ${status})`);
  const report: unknown = JSON.parse(readFileSync(suite.report, "utf8"));
  const counts = suite.count(report);
  if (counts.passed + counts.failed === 0) return broken("it ran no test", counts);
  if (status !== 0 && counts.failed === 0) return broken(`it ended with exit code ${status}`, counts);
  const journeys = suite.journeys?.(report);
  const complaint = counts.failed > 0 && `${counts.failed} failed, see above`;
  return { counts, ...(complaint && { complaint }), ...(journeys && { journeys }) };
}

function build(): boolean {
  console.log("\n── build ──");
  return ["chrome", "firefox"].every(
    (browser) => runNode(["wxt/bin/wxt.mjs", "build", "--browser", browser], {}) === 0,
  );
}

function runNode([script = "", ...args]: string[], env: Record<string, string>): number | null {
  const options: SpawnSyncOptions = { env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"] };
  return spawnSync(process.execPath, [`node_modules/${script}`, ...args], options).status;
}

function reportOf(suite: string): string {
  return `test-results/${suite}.json`;
}

function vitest(config: string, suite: string): string[] {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportOf(suite)}`];
  return ["vitest/vitest.mjs", "run", "--config", config, ...reporters];
}

function countVitest(report: unknown): Counts {
  const schema = v.object({
    numPassedTests: v.number(),
    numFailedTests: v.number(),
    numPendingTests: v.number(),
    numTodoTests: v.number(),
  });
  const counts = v.parse(schema, report);
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests,
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

function countPlaywright(report: unknown): Counts {
  const stats = v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() });
  const { expected, unexpected, flaky, skipped } = v.parse(v.object({ stats }), report).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}
