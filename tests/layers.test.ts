import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

/** Which of the imports the linter refuses in a file at `path`; tried in a folder of its own. */
function refused(path: string, imports: readonly string[]): string[] {
  const root = mkdtempSync(join(tmpdir(), "layers-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  copyFileSync("biome.json", join(root, "biome.json"));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), imports.map((name) => `import "${name}";\n`).join(""));
  const options = ["--vcs-enabled=false", "--reporter=github", "--max-diagnostics=none"];
  const args = [resolve("node_modules/@biomejs/biome/bin/biome"), "lint", ...options, path];
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  const lines = Array.from(stdout.matchAll(/lint\/style\/noRestrictedImports.*?,line=(\d+)/gu), ([, line]) =>
    Number(line),
  );
  return lines.map((line) => imports[line - 1] ?? "");
}

describe("the linter keeps the layers:", () => {
  it.each([
    {
      path: "core/pack/x.ts",
      may: ["../names/y.ts", "./y.ts", "valibot"],
      mayNot: [
        "#page/y.ts",
        "#components/y.ts",
        "#platform/y.ts",
        "#packs/names.js",
        "#data/compile.ts",
        "../../page/y.ts",
      ],
    },
    { path: "core/x.ts", may: ["./pack/y.ts"], mayNot: ["../page/y.ts", "preact", "webextension-polyfill", "node:fs"] },
    {
      path: "page/x.ts",
      may: ["#core/y.ts", "./y.ts"],
      mayNot: [
        "#components/y.ts",
        "#platform/y.ts",
        "../components/y.ts",
        "../core/y.ts",
        "webextension-polyfill",
        "preact",
      ],
    },
    {
      path: "components/card/x.ts",
      may: ["#core/y.ts", "../digest/y.ts", "preact", "preact/hooks", "@floating-ui/dom", "./y.css?inline"],
      mayNot: ["#page/y.ts", "#platform/y.ts", "#packs/cards.js", "../../core/y.ts", "webextension-polyfill"],
    },
    {
      path: "platform/x.ts",
      may: ["#core/y.ts", "./y.ts", "webextension-polyfill"],
      mayNot: ["#page/y.ts", "#components/y.ts", "#packs/cards.js", "preact"],
    },
    {
      path: "entrypoints/popup/x.ts",
      may: ["#core/y.ts", "#page/y.ts", "#platform/y.ts", "#components/y.ts", "#packs/names.js", "preact", "./y.ts"],
      mayNot: ["#data/compile.ts", "../../data/compile.ts", "webextension-polyfill", "wxt/browser"],
    },
    { path: "tests/e2e/x.ts", may: ["#packs/names.js"], mayNot: ["#data/compile.ts", "../../data/compile.ts"] },
    { path: "scripts/x.ts", may: ["../data/compile.ts", "#packs/names.js"], mayNot: [] },
  ])("$path", ({ path, may, mayNot }) => {
    expect(refused(path, [...may, ...mayNot])).toEqual(mayNot);
  });
});
