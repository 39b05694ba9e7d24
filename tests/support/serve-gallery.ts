import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { type PageServer, type ServedPage, servePages } from "./serve-pages.ts";

const types: Record<string, string> = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html" };

/** Builds the gallery and serves it, from memory. */
export async function serveGallery(): Promise<PageServer> {
  const configFile = fileURLToPath(new URL("../../gallery/vite.config.ts", import.meta.url));
  const built = await build({ configFile, logLevel: "warn", build: { write: false, assetsInlineLimit: 1e6 } });
  if (!("output" in built)) throw new Error("The gallery was not built once.");
  const pages = built.output.map((file): [string, ServedPage] => {
    const body = file.type === "chunk" ? file.code : file.source.toString();
    const path = file.fileName === "index.html" ? "/" : `/${file.fileName}`;
    return [path, { body, type: types[extname(file.fileName)] ?? "application/octet-stream" }];
  });
  return servePages(Object.fromEntries(pages));
}
