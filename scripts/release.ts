/**
 * `npm run release`: what the stores are given, into `.output/release`. Refuses what is not committed and a version that
 * the changelog does not tell of; builds twice, the second time from the sources zip alone, as a reviewer would, and
 * refuses two builds that differ by a byte; refuses what Mozilla's linter complains of.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import * as v from "valibot";
import { billOfMaterials } from "./release/bill-of-materials.ts";
import type { BundledPackage } from "./release/collect-packages.ts";
import { complaintsOf } from "./release/lint-addon.ts";
import { releaseDate } from "./release/release-date.ts";
import { filesUnder, zipOf } from "./release/write-zip.ts";

const folder = ".output/release";
/** By store, the build that it is given. */
const stores = { chrome: "chrome-mv3", edge: "chrome-mv3", firefox: "firefox-mv3" };

try {
  release();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function release(): void {
  const { version } = v.parse(v.object({ version: v.string() }), JSON.parse(readFileSync("package.json", "utf8")));
  const date = releaseDate(readFileSync("CHANGELOG.md", "utf8"), version);
  const changed = output("git", ["status", "--porcelain"]);
  if (changed)
    throw new Error(`These changes are not committed, so the sources would not be what is built:\n${changed}`);

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name: string, bytes: Uint8Array | string) =>
    writeFileSync(join(folder, `context-cards-${version}-${name}`), bytes);

  const sources = zipOf(".", output("git", ["ls-files", "-z"]).split("\0").filter(Boolean));
  write("sources.zip", sources);
  run("npm", ["run", "build"], ".");
  const zips = zipsOf(".");
  for (const [store, zip] of Object.entries(zips)) write(`${store}.zip`, zip);
  refuseComplaints(join(folder, `context-cards-${version}-firefox.zip`));
  write("sbom.cdx.json", `${JSON.stringify(billOf(version, date), null, 2)}\n`);

  console.log("\nOnce more, from the sources zip alone …");
  const again = buildFrom(sources);
  for (const [store, zip] of Object.entries(zips)) {
    if (hashOf(zip) !== hashOf(again[store as keyof typeof stores])) {
      throw new Error(`The two builds for ${store} differ: the release cannot be reproduced.`);
    }
  }
  const names = filesUnder(folder).sort();
  const sums = names.map((name) => `${hashOf(readFileSync(join(folder, name)))}  ${name}\n`).join("");
  writeFileSync(join(folder, "SHA256SUMS"), sums);
  console.log(`\nContext Cards ${version} of ${date}, in ${folder}; both builds are the same, byte for byte:\n${sums}`);
}

function zipsOf(root: string): Record<keyof typeof stores, Uint8Array> {
  const zip = (build: string) => {
    const built = join(root, ".output", build);
    return zipOf(built, filesUnder(built));
  };
  return { chrome: zip(stores.chrome), edge: zip(stores.edge), firefox: zip(stores.firefox) };
}

/** Builds in a folder that holds nothing but the sources, elsewhere on the disk. */
function buildFrom(sources: Uint8Array): Record<keyof typeof stores, Uint8Array> {
  const root = mkdtempSync(join(tmpdir(), "context-cards-sources-"));
  try {
    for (const [path, bytes] of Object.entries(unzipSync(sources))) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), bytes);
    }
    run("npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline"], root);
    run("npm", ["run", "build"], root);
    return zipsOf(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function refuseComplaints(zip: string): void {
  const complaints = complaintsOf(zip);
  if (complaints.length > 0) throw new Error(`The stores' linter complains:\n${complaints.join("\n")}`);
  console.log("Mozilla's linter: 0 errors, 0 warnings, 0 notices.");
}

function billOf(version: string, date: string): object {
  const found = ["chrome-mv3", "firefox-mv3"].flatMap(
    (build) => JSON.parse(readFileSync(`.output/${build}.packages.json`, "utf8")) as BundledPackage[],
  );
  const packages = [...new Map(found.map((one) => [one.name, one])).values()].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  return billOfMaterials(version, date, packages, (name) => lock[`node_modules/${name}`].integrity);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: see above.`);
}

function output(command: string, args: readonly string[]): string {
  const { stdout, status } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed.`);
  return stdout;
}
