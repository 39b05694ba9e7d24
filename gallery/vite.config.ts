import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { writePacks } from "../data/compile.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The gallery's own build, beside the extension's. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  publicDir: false,
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  plugins: [{ name: "packs", configResolved: () => void writePacks(root) }],
  build: { outDir: `${root}.output/gallery`, emptyOutDir: true, target: "esnext" },
});
