import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";
import { compilePacks } from "../data/compile.ts";
import { type NameSet, nameSets, writeNameSet } from "./name-sets.ts";

/** Sets that pages are read with from cold. */
export const coldSets: readonly NameSet[] = ["bundled", "100000"];

/**
 * Builds an extension that does nothing but measure, from the project's own modules: in `folder`, to be loaded unpacked.
 * Its scripts run on 127.0.0.1, by path: `/warm/…` all measures, `/cold/SET/…` one first reading, `/touch/…` L0.
 */
export async function buildBenchExtension(project: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "start.js"), "globalThis.begunAt = performance.now();\n");
  cpSync(join(project, "entrypoints/content/style.css"), join(folder, "style.css"));
  const bundle = (name: string, entry: string, packs: string) => bundleScript({ project, folder, name, entry, packs });
  const compiled = compilePacks(project);
  for (const set of nameSets) {
    const modules = join(folder, "packs", set);
    writeNameSet(set, compiled, modules);
    const entry = join(folder, `packs/${set}/names.ts`);
    const imports = `import { firstLook } from "#packs/first-look.js";\nimport { names } from "#packs/names.js";\n`;
    const value = `{ ...globalThis.benchNames, ${JSON.stringify(set)}: { firstLook, names } }`;
    writeFileSync(entry, `${imports}globalThis.benchNames = ${value};\n`);
    await bundle(`names-${set}`, entry, modules);
    if (coldSets.includes(set)) await bundle(`cold-${set}`, join(project, "bench/world/cold.ts"), modules);
  }
  const bundled = join(folder, "packs/bundled");
  await bundle("world", join(project, "bench/world/main.ts"), bundled);
  await bundle("cold-touch", join(project, "bench/world/cold-touch.ts"), bundled);
  const script = (path: string, ...js: string[]) => ({
    matches: [`http://127.0.0.1/${path}/*`],
    js: js.map((name) => `${name}.js`),
    css: ["style.css"],
    run_at: "document_end",
  });
  const manifest = {
    manifest_version: 3,
    name: "Measures for Context Cards",
    version: "1",
    content_scripts: [
      script("warm", ...nameSets.map((set) => `names-${set}`), "world"),
      script("touch", "start", "cold-touch"),
      ...coldSets.map((set) => script(`cold/${set}`, "start", `cold-${set}`)),
    ],
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest, null, 2));
}

interface Bundle {
  project: string;
  folder: string;
  name: string;
  entry: string;
  /** Where `#packs/…` is found. */
  packs: string;
}

async function bundleScript({ project, folder, name, entry, packs }: Bundle): Promise<void> {
  const packsPlugin: Plugin = {
    name: "packs",
    enforce: "pre",
    resolveId: (id) => (id.startsWith("#packs/") ? join(packs, id.slice("#packs/".length)) : undefined),
  };
  await build({
    root: project,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    plugins: [packsPlugin, ownImports(project)],
    define: { "import.meta.env.FIREFOX": "false" },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: "chrome128",
      // An extension's scripts must be UTF-8 for certain.
      minify: "esbuild",
      lib: { entry, formats: ["iife"], name: "benchScript", fileName: () => `${name}.js` },
    },
    esbuild: { charset: "ascii", legalComments: "none" },
  });
}

/** The project's own `#…` imports, also for entries that lie outside of it. */
function ownImports(project: string): Plugin {
  return {
    name: "own-imports",
    enforce: "pre",
    resolveId: (id) => (/^#(?:core|page)\//u.test(id) ? join(project, id.slice(1)) : undefined),
  };
}
