import { fileURLToPath } from "node:url";
import { compile } from "svelte/compiler";
import { build, createServer, type InlineConfig, type Plugin } from "vite";
import { compileScript, parse } from "vue/compiler-sfc";
import type { ServedPage } from "./serve-pages.ts";

/** The frameworks that tell the same story; each is a folder of fixtures with a `server` and a `client`. */
export const frameworks = ["react", "vue", "svelte"] as const;

const scripts = { react: "jsx", vue: "js", svelte: "js" };

const vueComponents: Plugin = {
  name: "vue-components",
  transform(code, id, { ssr = false } = {}) {
    if (!id.endsWith(".vue")) return undefined;
    const { descriptor } = parse(code, { filename: id });
    const templateOptions = { ssr, ssrCssVars: [] };
    return { code: compileScript(descriptor, { id: "story", inlineTemplate: true, templateOptions }).content };
  },
};

const svelteComponents: Plugin = {
  name: "svelte-components",
  transform(code, id, { ssr = false } = {}) {
    if (!id.endsWith(".svelte")) return undefined;
    return { code: compile(code, { filename: id, generate: ssr ? "server" : "client", dev: true }).js.code };
  },
};

/** A page that the framework wrote on a server, with the script that takes it over on the window's `hydrate` event. */
export async function frameworkStory(framework: (typeof frameworks)[number]): Promise<Record<string, ServedPage>> {
  const root = fileURLToPath(new URL(`../fixtures/${framework}-story/`, import.meta.url));
  const config: InlineConfig = {
    root,
    configFile: false,
    logLevel: "error",
    plugins: [vueComponents, svelteComponents],
    // Frameworks tell what is wrong with a hydration in development alone.
    mode: "development",
    esbuild: { jsx: "automatic" },
    // Nothing here is for Vite's development server to bundle ahead.
    optimizeDeps: { noDiscovery: true },
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
  };
  const markup = await renderOnServer(config, `/server.${scripts[framework]}`);
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Live</title><link rel="icon" href="data:,">
<script defer src="/client.js"></script></head><body><div id="root">${markup}</div></body></html>`;
  const script = await bundle(config, `${root}client.${scripts[framework]}`);
  return { "/": { body }, "/client.js": { body: script, type: "text/javascript" } };
}

async function renderOnServer(config: InlineConfig, entry: string): Promise<string> {
  const server = await createServer({ ...config, server: { middlewareMode: true, ws: false }, appType: "custom" });
  try {
    const { markup } = await server.ssrLoadModule(entry);
    return String(markup);
  } finally {
    await server.close();
  }
}

async function bundle(config: InlineConfig, entry: string): Promise<string> {
  const lib = { entry, formats: ["iife" as const], name: "story" };
  const result = await build({ ...config, build: { write: false, minify: false, lib } });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error(`Vite made no script of ${entry}`);
  return chunk.code;
}
