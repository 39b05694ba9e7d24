import { spawnSync } from "node:child_process";
import * as v from "valibot";

const message = v.object({
  code: v.string(),
  message: v.string(),
  file: v.optional(v.nullable(v.string())),
  line: v.optional(v.nullable(v.number())),
});
const report = v.object({ errors: v.array(message), warnings: v.array(message), notices: v.array(message) });

/** What the linter of addons.mozilla.org says of the zip: errors, warnings and notices alike, a line each. */
export function complaintsOf(zip: string): string[] {
  const args = ["node_modules/addons-linter/bin/addons-linter", "--output", "json", zip];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
  const { errors, warnings, notices } = v.parse(report, JSON.parse(stdout));
  return [...errors, ...warnings, ...notices].map(
    ({ code, message: text, file, line }) => `${code}: ${text} (${file ?? "manifest.json"}:${line ?? 1})`,
  );
}
