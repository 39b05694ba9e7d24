import { fileURLToPath } from "node:url";
import { build, createServer, type InlineConfig } from "vite";
import type { ServedPage } from "./serve-pages.ts";

const folder = fileURLToPath(new URL("../fixtures/react-story/", import.meta.url));

const config: InlineConfig = {
  root: folder,
  configFile: false,
  logLevel: "error",
  // React tells what is wrong with a hydration in development alone.
  mode: "development",
  esbuild: { jsx: "automatic" },
  define: { "process.env.NODE_ENV": '"development"' },
};

/** A page that React wrote on a server, with the script that takes it over on the window's `hydrate` event. */
export async function reactStory(): Promise<Record<string, ServedPage>> {
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Live</title><link rel="icon" href="data:,">
<script defer src="/client.js"></script></head><body><div id="root">${await renderOnServer()}</div></body></html>`;
  return { "/": { body }, "/client.js": { body: await bundle(), type: "text/javascript" } };
}

async function renderOnServer(): Promise<string> {
  const server = await createServer({ ...config, server: { middlewareMode: true, ws: false }, appType: "custom" });
  try {
    const { markup } = await server.ssrLoadModule("/server.jsx");
    return String(markup);
  } finally {
    await server.close();
  }
}

async function bundle(): Promise<string> {
  const lib = { entry: `${folder}client.jsx`, formats: ["iife" as const], name: "story" };
  const result = await build({ ...config, build: { write: false, minify: false, lib } });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && "output" in output ? output.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error("Vite made no script of the story");
  return chunk.code;
}
