import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, createServer, type InlineConfig } from "vite";
import type { ServedPage } from "./serve-pages.ts";

const folder = fileURLToPath(new URL("../fixtures/untouched/", import.meta.url));

const config: InlineConfig = {
  root: folder,
  configFile: false,
  logLevel: "error",
  // React tells what is wrong with a hydration in development alone.
  mode: "development",
  esbuild: { jsx: "automatic" },
  define: { "process.env.NODE_ENV": '"development"' },
};

/** An application whose page is all there is to it. */
export async function plainApp(name: string): Promise<Record<string, ServedPage>> {
  return { "/": { body: htmlOf(name) } };
}

/** An application with a script that is bundled with the libraries it uses. */
export async function bundledApp(name: string, script: string): Promise<Record<string, ServedPage>> {
  return { "/": { body: htmlOf(name) }, ...(await bundle(name, script)) };
}

/** The React application, with its markup as a server sends it. */
export async function reactApp(): Promise<Record<string, ServedPage>> {
  const body = htmlOf("react").replace("<!--markup-->", await renderOnServer());
  return { "/": { body }, ...(await bundle("react", "react.jsx")) };
}

/** Quill, in the clothes it comes with. */
export async function quillApp(): Promise<Record<string, ServedPage>> {
  const styles = fileURLToPath(import.meta.resolve("quill/dist/quill.snow.css"));
  return {
    ...(await bundledApp("quill", "quill.mjs")),
    "/quill.css": { body: readFileSync(styles, "utf8"), type: "text/css" },
  };
}

function htmlOf(name: string): string {
  return readFileSync(`${folder}${name}.html`, "utf8");
}

async function renderOnServer(): Promise<string> {
  const server = await createServer({
    ...config,
    server: { middlewareMode: true, ws: false },
    appType: "custom",
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { markup } = await server.ssrLoadModule("/react-server.jsx");
    return String(markup);
  } finally {
    await server.close();
  }
}

async function bundle(name: string, script: string): Promise<Record<string, ServedPage>> {
  const lib = { entry: `${folder}${script}`, formats: ["iife" as const], name: "bundle" };
  const result = await build({ ...config, build: { write: false, minify: false, lib } });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error(`Vite made no script of ${script}`);
  return { [`/${name}.js`]: { body: chunk.code, type: "text/javascript" } };
}
