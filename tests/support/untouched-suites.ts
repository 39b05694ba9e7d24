import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { ServedPage } from "./serve-pages.ts";

/** The outcome of one test of a library's suite: its name, and all that was said of it. */
export type Outcome = readonly [name: string, ...verdict: string[]];

/** A library's own tests as its package brings them, on a page that tells a story beside them. */
export interface Suite {
  pages: Record<string, ServedPage>;
  path: string;
  /** That many tests pass at least. */
  atLeast: number;
  /** What gets marked while it runs. */
  marks: readonly string[];
}

/** What each suite's page has to give. */
export interface Runner {
  /** Runs the suite; resolves to the outcomes, in order. */
  run(): Promise<Outcome[]>;
}

/** Over each suite, where it moves nothing; its second line is written anew at every test. */
const story = `<aside style="background: #fff; inset: auto 0 0 50%; position: fixed; z-index: 9"><p>Volodymyr Zelensky spoke of a NATO umbrella on Friday.</p><p id="live">Crimea is next.</p></aside>
<script>
let told = 0;
const tell = () => {
  told += 1;
  document.querySelector("#live").textContent = ["Kherson", "Crimea"][told % 2] + " was named, then Donald Trump.";
};
</script>`;

/** MediumEditor's specs (a rich editor), on a page of Jasmine. Their filler text is made of names as long. */
export function mediumEditorSuite(): Suite {
  const editor = filesOf(import.meta.resolve("medium-editor"), /^\/(dist\/css|src\/js|spec)\//u);
  for (const [path, page] of Object.entries(editor)) {
    if (path.includes("/spec/")) page.body = page.body.replaceAll("lorem", "Trump").replaceAll("ipsum", "Putin");
  }
  const names = `polyfills globals util extension selection events extensions/button defaults/buttons extensions/form
    extensions/anchor extensions/anchor-preview extensions/auto-link extensions/file-dragging
    extensions/keyboard-commands extensions/fontname extensions/fontsize extensions/paste extensions/placeholder
    extensions/toolbar extensions/deprecated/image-dragging core defaults/options version`;
  const specs = Object.keys(editor).filter((path) => path.endsWith(".spec.js"));
  const scripts = [
    ...names.split(/\s+/u).map((name) => `/medium-editor/src/js/${name}.js`),
    "/medium-editor/spec/helpers/util.js",
    ...specs.toSorted(),
  ];
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>MediumEditor’s specs</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/medium-editor/dist/css/medium-editor.css">
<script src="/jasmine-core/lib/jasmine-core/jasmine.js"></script>
<script>
const env = jasmine.getEnv();
env.configure({ random: false, forbidDuplicateNames: false });
</script>
${scripts.map((path) => `<script src="${path}"></script>`).join("\n")}
</head><body>${story}
<script>
window.runner = {
  run: () => new Promise((resolve) => {
    const outcomes = [];
    env.addReporter({
      specStarted: tell,
      specDone: ({ fullName, status, failedExpectations }) =>
        outcomes.push([fullName, status, ...failedExpectations.map(({ message }) => message)]),
      jasmineDone: () => resolve(outcomes),
    });
    env.execute();
  }),
};
</script></body></html>`;
  return {
    pages: { ...editor, ...filesOf(import.meta.resolve("jasmine-core"), /\/jasmine\.js$/u), "/": { body } },
    path: "/",
    atLeast: 605,
    marks: ["Kherson", "Donald Trump"],
  };
}

/** The tests of findAndReplaceDOMText (it wraps what it finds in a page's text), in its own page by QUnit. */
export function findAndReplaceSuite(): Suite {
  const pages = filesOf(import.meta.resolve("findandreplacedomtext"), /^\/(src|test)\//u);
  const folder = "/findandreplacedomtext/test";
  // On the page, where an extension finds them.
  const made = "document.createElement('div')";
  edit(pages, `${folder}/test.js`, [[made, `document.querySelector("#qunit-fixture").appendChild(${made})`]]);
  edit(pages, `${folder}/index.html`, [
    [
      '<script src="qunit.js"></script>',
      '<script src="qunit.js"></script><script>QUnit.config.autostart = false;</script>',
    ],
    [
      "</body>",
      `${story}<script>
window.runner = {
  run: () => new Promise((resolve) => {
    QUnit.testStart(tell);
    QUnit.done(() => resolve([...document.querySelectorAll("#qunit-tests > li")].map((item) =>
      [item.querySelector(".test-name").textContent, item.className + "ed", item.textContent])));
    QUnit.start();
  }),
};
</script></body>`,
    ],
  ]);
  return { pages, path: `${folder}/index.html`, atLeast: 29, marks: ["Volodymyr Zelensky"] };
}

/** The tests of CodeMirror 5 that are of its core, in its own page. */
export function codeMirrorSuite(): Suite {
  const pages = filesOf(import.meta.resolve("codemirror-5"), /^\/(lib|addon|mode|keymap|test)\//u);
  const page = "/codemirror-5/test/index.html";
  edit(pages, page, [
    ["<article>", `<article>${story}`],
    ["window.onload = runHarness;", ""],
    [
      "</article>",
      `<script>
window.runner = {
  run: () => new Promise((resolve) => {
    const outcomes = [];
    const display = displayTest;
    displayTest = (type, name, message) => {
      if (type === "skipped") return;
      tell();
      display(type, name, message);
      if (type === "done") resolve(outcomes);
      else outcomes.push([name, type === "ok" ? "passed" : type, String(message)]);
    };
    runHarness();
  }),
};
</script></article>`,
    ],
  ]);
  return {
    pages,
    path: `${page}#core_*`,
    atLeast: 115,
    marks: ["Kherson", "Donald Trump"],
  };
}

function edit(pages: Record<string, ServedPage>, path: string, changes: readonly (readonly [string, string])[]): void {
  const page = pages[path];
  if (!page) throw new Error(`the package has no ${path}`);
  for (const [from, to] of changes) {
    if (!page.body.includes(from)) throw new Error(`${path} does not read “${from}”`);
    page.body = page.body.replaceAll(from, to);
  }
}

/** The files whose paths match, of the installed package that a module belongs to; to be served below its name. */
function filesOf(module: string, wanted: RegExp): Record<string, ServedPage> {
  const [, folder = "", name = ""] = /^(.*\/node_modules\/([^/]+)\/)/u.exec(fileURLToPath(module)) ?? [];
  const types: Record<string, string> = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html" };
  const files: Record<string, ServedPage> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const type = types[extname(path)];
    if (!type || !wanted.test(`/${path}`)) continue;
    const body = readFileSync(`${folder}${path}`, "utf8");
    files[`/${name}/${path}`] = { body, type: `${type}; charset=utf-8` };
  }
  return files;
}
