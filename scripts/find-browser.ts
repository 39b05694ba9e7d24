import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The browsers the extension is tried in. */
export type BrowserName = "chromium" | "firefox";

/** There is none and none could be installed; the message says how to get one. */
export class BrowserMissingError extends Error {
  override readonly name = "BrowserMissingError";
}

interface BrowserKind {
  title: string;
  /** The environment variable that names an executable, which is then taken as it is. */
  variable: string;
  commands: string[];
  places: string[];
  /** The first version with what the manifest asks for. */
  since: number;
  /** Debian's, with a font to set pages in. */
  packages: string[];
  install: string;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const downloads = join(root, ".cache/browsers");
const patienceMs = 600_000;
const programs = [process.env.ProgramFiles, process.env["ProgramFiles(x86)"], process.env.LOCALAPPDATA];

const kinds: Record<BrowserName, BrowserKind> = {
  chromium: {
    title: "Chromium",
    variable: "CONTEXT_CARDS_CHROMIUM",
    commands: ["chromium", "chromium-browser", "microsoft-edge", "microsoft-edge-stable", "google-chrome", "chrome"],
    places: [
      ...(process.env.CHROME_PATH ? [process.env.CHROME_PATH] : []),
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ...windowsPlaces("Chromium/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"),
    ],
    since: 128,
    packages: ["chromium", "fonts-liberation"],
    install: "npx playwright install --with-deps chromium",
  },
  firefox: {
    title: "Firefox",
    variable: "CONTEXT_CARDS_FIREFOX",
    commands: ["firefox-esr", "firefox"],
    places: [
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "/Applications/Firefox ESR.app/Contents/MacOS/firefox",
      ...windowsPlaces("Mozilla Firefox/firefox.exe"),
    ],
    since: 140,
    packages: ["firefox-esr", "fonts-liberation"],
    install: "npx @puppeteer/browsers install firefox@stable --path .cache/browsers",
  },
};

/**
 * The path of a browser that can load the extension: one named by an environment variable, else the system's, else one
 * downloaded earlier, else one downloaded now, else (as root, on Debian) one from apt-get.
 * Throws a `BrowserMissingError`.
 */
export async function findBrowser(name: BrowserName): Promise<string> {
  const kind = kinds[name];
  const named = process.env[kind.variable];
  if (named && !existsSync(named))
    throw new BrowserMissingError(`${kind.variable} names ${named}, and nothing is there.`);
  return (
    named ??
    findOnSystem(kind) ??
    suitable(kind, await downloadedPath(name)) ??
    suitable(kind, await download(name)) ??
    installWithApt(kind) ??
    fail(kind)
  );
}

function findOnSystem(kind: BrowserKind): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = kind.commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...kind.places, ...onPath].find((path) => suitable(kind, path));
}

/** The path itself, if a browser is there that is new enough and loads unpacked extensions. */
function suitable(kind: BrowserKind, path: string | undefined): string | undefined {
  if (!path || !existsSync(path) || isSnap(path)) return undefined;
  // On Windows a browser asked for its version opens a window; the places searched there are of the right brands.
  if (process.platform === "win32") return path;
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 30_000 });
  const version = Number(stdout?.match(/(\d+)\.\d/u)?.[1] ?? 0);
  if (status !== 0 || version < kind.since) return undefined;
  // Chrome's own brand has ignored --load-extension since version 137 (chromium-extensions, "RFC: Removing --load-extension").
  const deaf = /^Google Chrome (?!for Testing)/u.test(stdout) && version >= 137;
  return deaf ? undefined : path;
}

/** Snaps see neither the project's hidden folders nor the temporary profile. */
function isSnap(path: string): boolean {
  const real = realpathSync(path);
  return real.includes("/snap/") || real.endsWith("/snap") || isSnapWrapper(real);
}

function isSnapWrapper(path: string): boolean {
  if (process.platform !== "linux") return false;
  // Debian's and Ubuntu's commands are small shell scripts; the browsers themselves are not.
  if (statSync(path).size > 65_536) return false;
  return readFileSync(path, "utf8").includes("/snap/bin/");
}

async function downloadedPath(name: BrowserName): Promise<string | undefined> {
  if (name === "chromium") return (await import("@playwright/test")).chromium.executablePath();
  const { getInstalledBrowsers } = await import("@puppeteer/browsers");
  const installed = await getInstalledBrowsers({ cacheDir: downloads });
  return installed.findLast(({ browser }) => browser === name)?.executablePath;
}

async function download(name: BrowserName): Promise<string | undefined> {
  console.log(`No ${kinds[name].title} found: downloading one …`);
  try {
    await (name === "chromium" ? downloadChromium() : downloadFirefox());
  } catch (error) {
    console.log(`The download failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return downloadedPath(name);
}

/** By Playwright's command: it has no function for it. */
function downloadChromium(): void {
  const command = ["node_modules/@playwright/test/cli.js", "install", "--no-shell", "chromium"];
  const { status, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: ["ignore", "inherit", "pipe"],
    encoding: "utf8",
    timeout: patienceMs,
  });
  if (status !== 0) throw new Error(stderr.match(/Error: .*/u)?.[0] ?? `exit code ${status}`);
}

async function downloadFirefox(): Promise<void> {
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import("@puppeteer/browsers");
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`there is no Firefox for ${process.platform} ${process.arch}`);
  const buildId = await resolveBuildId(Browser.FIREFOX, platform, "stable");
  await install({ browser: Browser.FIREFOX, buildId, cacheDir: downloads });
}

function installWithApt(kind: BrowserKind): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  console.log(`Installing ${kind.packages.join(" and ")} with apt-get …`);
  for (const command of [["update"], ["install", "-y", "--no-install-recommends", ...kind.packages]]) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", command, { env, stdio: ["ignore", "inherit", "inherit"], timeout: patienceMs });
  }
  return findOnSystem(kind);
}

function fail({ title, since, install, variable }: BrowserKind): never {
  throw new BrowserMissingError(
    `No ${title} ${since} or newer was found. Run \`${install}\`, or set ${variable} to the path of one.`,
  );
}

function windowsPlaces(...paths: string[]): string[] {
  return programs.flatMap((folder) => (folder ? paths.map((path) => join(folder, path)) : []));
}
