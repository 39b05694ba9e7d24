/**
 * `npm run bench`: what the extension costs a page, measured in Chromium, against its budgets; see `usage`. All but the
 * result goes to standard error. Leaves with 0 whatever is met, with 1 where something could not be measured.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { budgets, judge } from "../bench/budgets.ts";
import { buildBenchExtension } from "../bench/build-extension.ts";
import { createLab } from "../bench/create-lab.ts";
import { chosenMeasures } from "../bench/measures.ts";
import { columnsOf, conditions } from "../bench/table.ts";
import { writeResults } from "../bench/write-results.ts";

const usage = `Usage: npm run bench -- [--only 1,7] [--quick] [--json] [--write]

  --only NUMBERS  only what these lines of the table need
  --quick         few rounds: to see that it works
  --json          one JSON document instead of the table
  --write         puts the table into README.md and the charts into docs/bench`;

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const begun = performance.now();

if (values.help) process.stdout.write(`${usage}\n`);
else await main();

function say(what: string): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${what}\n`);
}

async function main(): Promise<void> {
  const project = fileURLToPath(new URL("..", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "context-cards-bench-"));
  const measuring = join(folder, "extension");
  try {
    say("building the extension");
    build(project);
    say("building the measuring extension, with up to 100,000 names");
    await buildBenchExtension(project, measuring);
    const lab = await createLab({
      project,
      built: join(project, ".output/chrome-mv3"),
      measuring,
      quick: values.quick,
      say,
    });
    const chromium = (await lab.browser(measuring)).browser()?.version() ?? "";
    try {
      for (const measure of chosenMeasures(values.only.split(",").filter(Boolean))) {
        await measure(lab).catch((error: unknown) => {
          // The others are worth having.
          say(`failed: ${error instanceof Error ? error.message : String(error)}`);
          process.exitCode = 1;
        });
      }
    } finally {
      await lab.stop();
    }
    say("done");
    const on = conditions(chromium);
    if (values.write) writeResults(project, lab.figures, on);
    const lines = budgets.map((budget) => ({
      number: budget.number,
      what: budget.what,
      parts: judge(budget, lab.figures),
    }));
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ conditions: on, budgets: lines, figures: lab.figures }, null, 2)}\n`
        : `${columnsOf(lab.figures)}\n\n${on}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function build(project: string): void {
  const args = ["node_modules/wxt/bin/wxt.mjs", "build", "--browser", "chrome"];
  const { status } = spawnSync(process.execPath, args, {
    cwd: project,
    stdio: ["ignore", process.stderr, process.stderr],
  });
  if (status !== 0) throw new Error("the extension cannot be built, see above");
}
