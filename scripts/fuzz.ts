/**
 * `npm run fuzz [-- SEED [CASES]]`: the properties of tests/fuzz, with a million cases and a seed of the moment unless
 * told otherwise. What it prints of the seed repeats the run.
 */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

const [seed = String(randomInt(2 ** 31)), cases = "1000000"] = process.argv.slice(2);
console.log(`${cases} cases. To repeat them: npm run fuzz -- ${seed} ${cases}`);
const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "tests/fuzz"], {
  env: { ...process.env, FUZZ_SEED: seed, FUZZ_CASES: cases },
  stdio: ["ignore", "inherit", "inherit"],
});
console.log(`${status === 0 ? "None failed" : "Some failed"} (seed ${seed}).`);
process.exitCode = status ?? 1;
