/**
 * `npm run dependencies`: asks the registry how each direct dependency fares, prints a line for each, and leaves with 1 if
 * one is deprecated, or had no release for three years and is not among those kept as they are.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as v from "valibot";

const mostYears = 3;
/** Pages use them as they are, so tests of the page do; none is in the extension, and none builds it. */
const specimens = new Set(["codemirror-5", "findandreplacedomtext", "medium-editor", "quill"]);
const year = 365 * 24 * 60 * 60 * 1000;

const known = v.object({
  version: v.string(),
  "dist-tags.latest": v.optional(v.string()),
  time: v.record(v.string(), v.string()),
  deprecated: v.optional(v.string()),
});

const { dependencies, devDependencies } = v.parse(
  v.object({ dependencies: v.record(v.string(), v.string()), devDependencies: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync("package.json", "utf8")),
);

let dead = 0;
for (const [name, wanted] of Object.entries({ ...dependencies, ...devDependencies })) {
  const [real, version] = wanted.startsWith("npm:") ? wanted.slice(4).split(/(?<=.)@/u) : [name, wanted];
  const about = ask(`${real}@${version}`);
  if (!about) continue;
  const last = Math.max(
    ...Object.entries(about.time).flatMap(([key, date]) => (/^\d/u.test(key) ? [Date.parse(date)] : [])),
  );
  const years = (Date.now() - last) / year;
  const latest = about["dist-tags.latest"] ?? "";
  const isDead = about.deprecated !== undefined || years > mostYears;
  const remark = specimens.has(name) ? "kept as it is" : isDead ? `DEAD ${about.deprecated ?? ""}` : "";
  if (isDead && !specimens.has(name)) dead += 1;
  const newer = latest === version ? "" : `→ ${latest}`;
  console.log(
    [name, version, newer, `last release ${new Date(last).toISOString().slice(0, 10)}`, remark]
      .filter(Boolean)
      .join("  "),
  );
}
console.log(dead === 0 ? "None is dead." : `${dead} to be replaced: see docs/dependencies.md.`);
process.exitCode = dead === 0 ? 0 : 1;

function ask(spec: string): v.InferOutput<typeof known> | undefined {
  const fields = ["version", "dist-tags.latest", "time", "deprecated"];
  const { stdout } = spawnSync("npm", ["view", spec, ...fields, "--json"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 2 ** 26,
  });
  const read = v.safeParse(known, parse(stdout));
  if (!read.success) console.log(`${spec}  the registry does not answer`);
  return read.success ? read.output : undefined;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
