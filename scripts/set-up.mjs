/**
 * What must run on a fresh machine: plain JavaScript, no dependency, no build. Types by JSDoc.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Checks Node's version and installs the dependencies where they are missing or stale; says what it does. */
export function setUp() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const suits = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
  if (!suits) {
    stop(
      `Node ${process.versions.node} is too old or odd: Context Cards needs 20.19 or newer (of 22: 22.12). See nodejs.org.`,
    );
  }
  if (isInstalled()) return;
  console.log("Installing the dependencies (npm ci) …");
  if (npm(["ci", "--no-audit", "--no-fund"]) !== 0) stop("npm ci failed: see above. Is the npm registry reachable?");
}

/**
 * Runs a TypeScript file of the project with the rest of the command line's arguments; leaves with its exit code.
 * @param {string} file from the project's root
 */
export function runScript(file) {
  const args = ["--import", "tsx", file, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  process.exitCode = status ?? 1;
}

/** Whether what npm noted down in node_modules is what the lock file asks for. */
function isInstalled() {
  const installed = readLock("node_modules/.package-lock.json");
  if (!installed) return false;
  return Object.entries(readLock("package-lock.json") ?? {}).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const found = installed[path];
    return found ? found.version === version && existsSync(join(root, path)) : optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined} by path
 */
function readLock(file) {
  if (!existsSync(join(root, file))) return undefined;
  return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
}

/**
 * Runs npm, with its output to ours; answers its exit code.
 * @param {string[]} args
 */
export function npm(args) {
  const options = /** @type {const} */ ({ cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const path = process.env.npm_execpath;
  if (path?.endsWith("js")) return spawnSync(process.execPath, [path, ...args], options).status;
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" }).status;
}

/**
 * @param {string} reason
 * @returns {never}
 */
function stop(reason) {
  console.error(reason);
  process.exit(1);
}
