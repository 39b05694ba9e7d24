import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { writePacks } from "./data/compile.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  plugins: [{ name: "packs", configResolved: () => void writePacks(root) }],
  resolve: {
    // The real one throws on import outside a browser.
    alias: { "webextension-polyfill": fileURLToPath(new URL("tests/support/fake-browser.ts", import.meta.url)) },
  },
  test: {
    include: [
      "{core,page,platform,components,data,scripts}/**/*.test.{ts,tsx}",
      "tests/*.test.ts",
      "tests/{corpus,fuzz,support}/**/*.test.ts",
    ],
  },
});
