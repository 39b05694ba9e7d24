import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { packSchema } from "#core/pack/schema.ts";

const pack = new URL("../../data/packs/zelensky-nato-umbrella/", import.meta.url);

/** The bundled article as a newspaper's page: plain HTML without script, so that what is marked there is our doing. */
export function articlePage(): string {
  const { article } = v.parse(packSchema, JSON.parse(read("pack.json")));
  const [lead = "", ...rest] = read("article.txt").split("\n").filter(Boolean);
  const [section, published] = ["World", new Date(article.published)];
  const date = published.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${encode(article.title)} – ${encode(article.publisher)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header class="masthead"><p>${encode(article.publisher)}</p></header>
<main>
<article>
<p class="section">${section}</p>
<h1>${encode(article.title)}</h1>
<p class="byline"><time datetime="${article.published}">${date}</time></p>
<p class="lead">${encode(lead)}</p>
${rest.map(block).join("\n")}
</article>
</main>
<footer><p>The article of the pack, set from its text alone. <a href="${encode(article.url)}">Read it where it was published</a></p></footer>
</body>
</html>
`;
}

/** Lines that do not end as a sentence does are the article's headings. */
function block(line: string): string {
  const tag = /[.!?]["”’]?$/u.test(line.trim()) ? "p" : "h2";
  return `<${tag}>${encode(line)}</${tag}>`;
}

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, pack)), "utf8");
}

function encode(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/gu, (character) => entities[character] ?? character);
}

const style = `
:root { color-scheme: light dark; --paper: light-dark(#fbfaf7, #15161a); --ink: light-dark(#1b1c20, #e8e6e1);
  --soft: light-dark(#63656d, #a3a4ab); --line: light-dark(#d9d6cf, #33353c);
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Cambria, Georgia, serif; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.1875rem/1.62 var(--serif);
  text-rendering: optimizeLegibility; }
.masthead { border-block-end: 1px solid var(--line); margin-inline: auto; max-inline-size: 68rem; text-align: center; }
.masthead p { font-size: 1.75rem; font-weight: 700; letter-spacing: -.02em; margin: 1.1rem 0 .9rem; }
main, footer { margin-inline: auto; max-inline-size: 42rem; padding-inline: 1.25rem; }
.section { color: var(--soft); font-size: .9375rem; margin: 2.2rem 0 .4rem; }
h1 { font-size: clamp(1.9rem, 5vw, 2.75rem); line-height: 1.12; letter-spacing: -.018em; margin: 0 0 1rem; text-wrap: balance; }
.byline { color: var(--soft); font-size: .9375rem; border-block-end: 1px solid var(--line); margin: 0 0 1.6rem;
  padding-block-end: 1rem; }
.lead { font-size: 1.3rem; line-height: 1.5; }
p { margin: 0 0 1.1em; hanging-punctuation: first; text-wrap: pretty; }
h2 { font-size: 1.375rem; line-height: 1.25; margin: 2em 0 .7em; }
footer { border-block-start: 1px solid var(--line); color: var(--soft); font-size: .9375rem; margin-block-start: 3rem;
  padding-block: 1.2rem 3rem; }
footer a { color: inherit; }
`;
