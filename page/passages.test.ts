// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { type Passage, walkPassages } from "./passages.ts";
import { createTreatments } from "./treatments.ts";

// happy-dom has no default styles.
document.head.innerHTML = "<style>b { display: inline }</style>";

function read(html: string, options: { own?: string; pauseAfter?: number; onPause?: () => void } = {}): Passage[] {
  document.body.innerHTML = html;
  return readAgain(options);
}

function readAgain({
  own,
  pauseAfter,
  onPause,
}: {
  own?: string;
  pauseAfter?: number;
  onPause?: () => void;
}): Passage[] {
  const passages: Passage[] = [];
  const waiting: (Element | ShadowRoot)[] = [own ? (document.querySelector(own) as Element) : document.body];
  for (let root = waiting.shift(); root; root = waiting.shift()) {
    const walk = walkPassages(root, {
      treatments: createTreatments(document),
      ownOnly: own !== undefined,
      shadowRootOf: (host) => host.shadowRoot,
      onShadowRoot: (shadow) => waiting.push(shadow),
      takeOver: () => false,
      onLost: (element) => waiting.push(element),
    });
    const emit = (passage: Passage) => passages.push(passage);
    while (!walk.advance(emit, () => passages.length >= (pauseAfter ?? Number.POSITIVE_INFINITY))) {
      pauseAfter = undefined;
      onPause?.();
    }
  }
  return passages;
}

const texts = (passages: readonly Passage[]) => passages.map(({ text }) => text.trim());

describe("walkPassages", () => {
  it.each([
    ["joins inline tags", "<p>Volodymyr <b>Zelen</b>sky</p>", ["Volodymyr Zelensky"]],
    ["joins text nodes across comments", "<p>Volodymyr <!-- x -->Zelensky</p>", ["Volodymyr Zelensky"]],
    ["parts blocks", "<p>Volodymyr</p><p>Zelensky</p>", ["Volodymyr", "Zelensky"]],
    ["parts a block's own text by the blocks in it", "<div>One <p>two</p> three</div>", ["One", "two", "three"]],
    ["parts cells", "<table><tr><td>Kherson</td><td>Donetsk</td></tr></table>", ["Kherson", "Donetsk"]],
    ["reads a line break as one", "<p>Volodymyr<br>Zelensky</p>", ["Volodymyr\nZelensky"]],
    ["closes over what is never painted", "<p>Ze<wbr>len<script>x</script>sky</p>", ["Zelensky"]],
    ["closes over ruby's readings", "<p><ruby>泽<rt>zé</rt>连<rt>lián</rt></ruby>斯基</p>", ["泽连斯基"]],
    ["does not join across code", "<p>Volodymyr <code>x</code> Zelensky</p>", ["Volodymyr \uFFFC Zelensky"]],
    ["does not join across pictures", "<p>Ukraine<img>Russia</p>", ["Ukraine\uFFFCRussia"]],
    ["does not join across languages", '<p>Visit <i lang="fr">Crimée</i> soon</p>', ["Visit", "Crimée", "soon"]],
    ["parts glued texts whose tags stand as blocks", '<a><b style="display:block">Live</b>Kyiv</a>', ["Live", "Kyiv"]],
    ["keeps glued texts whose tags run on", "<p><b>Z</b>elensky</p>", ["Zelensky"]],
    [
      "leaves editable text alone",
      '<div contenteditable>Kyiv</div><p contenteditable="false">Kherson</p>',
      ["Kherson"],
    ],
    ["leaves hidden text alone", "<p hidden>Kyiv</p><p>Kherson</p>", ["Kherson"]],
    [
      "leaves fields and code alone",
      "<pre>Kyiv</pre><textarea>Kyiv</textarea><svg><text>Kyiv</text></svg><select><option>Kyiv</select><p>Kherson</p>",
      ["Kherson"],
    ],
    ["leaves our own card alone", "<context-card-host>Kyiv</context-card-host><p>Kherson</p>", ["Kherson"]],
  ])("%s", (_, html, expected) => {
    expect(texts(read(html))).toEqual(expected);
  });

  it("leads back from the text to the nodes", () => {
    const [passage] = read("<p>Volodymyr <b>Zelen</b>sky</p>");
    expect(passage?.nodes.map(({ data }) => data)).toEqual(["Volodymyr ", "Zelen", "sky"]);
    expect(passage?.starts).toEqual([0, 10, 15]);
  });

  it("knows the language of the nearest element that has one", () => {
    document.documentElement.lang = "en-GB";
    const passages = read('<p>a.</p><div lang="uk"><p>b.</p><p lang="">c.</p></div><p>d.</p>');
    expect(passages.map(({ lang }) => lang)).toEqual(["en-GB", "uk", "", "en-GB"]);
  });

  it("reads open shadow trees", () => {
    document.body.innerHTML = "<p>Kyiv</p><div id=host>Light</div>";
    const root = document.querySelector("#host")?.attachShadow({ mode: "open" });
    if (root) root.innerHTML = "<p>Shadow</p>";
    expect(texts(readAgain({}))).toEqual(["Kyiv", "Light", "Shadow"]);
  });

  it("reads a block's own text alone when asked", () => {
    expect(texts(read("<div id=d>One <i>two</i><p>three</p> four</div>", { own: "#d" }))).toEqual(["One two", "four"]);
  });

  it("cuts overlong text between sentences and loses none of it", () => {
    const sentence = "Somebody said something to somebody else. ";
    const passages = read(`<p>${sentence.repeat(2_000)}</p>`);
    expect(passages.length).toBeGreaterThan(2);
    expect(passages.map(({ text }) => text).join("")).toBe(sentence.repeat(2_000));
    for (const { text, nodes, starts } of passages) {
      const from = -(starts[0] ?? 0);
      expect(text.startsWith("Somebody")).toBe(true);
      expect(nodes[0]?.data.slice(from, from + text.length)).toBe(text);
    }
  });

  it("goes on after a pause", () => {
    const html = "<p>a.</p><div><p>b.</p><p>c.</p></div><p>d.</p>";
    expect(texts(read(html, { pauseAfter: 2 }))).toEqual(["a.", "b.", "c.", "d."]);
  });

  it("reads on where the page removes what was to be read next", () => {
    const onPause = () => document.querySelector("#next")?.remove();
    const passages = read("<div><p>a.</p><p id=next>b.</p><p>c.</p></div><p>d.</p>", { pauseAfter: 1, onPause });
    expect(new Set(texts(passages))).toEqual(new Set(["a.", "c.", "d."]));
  });
});
