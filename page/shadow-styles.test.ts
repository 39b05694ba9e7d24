// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { createShadowStyles, type ShadowStyles } from "./shadow-styles.ts";

describe("createShadowStyles", () => {
  const theirs = new CSSStyleSheet();
  let stop: AbortController;
  let styles: ShadowStyles;
  let root: ShadowRoot;
  const inner = () => root.firstChild as Element;

  beforeEach(() => {
    stop = new AbortController();
    styles = createShadowStyles("::highlight(x) { color: red }", stop.signal);
    const host = document.createElement("div");
    document.body.append(host);
    root = host.attachShadow({ mode: "closed" });
    root.innerHTML = "<p>Kyiv</p>";
    root.adoptedStyleSheets = [theirs];
  });

  it("lends its sheet once, after the page's own", () => {
    styles.lendTo(inner());
    styles.lendTo(root);
    expect(root.adoptedStyleSheets).toHaveLength(2);
    expect(root.adoptedStyleSheets[0]).toBe(theirs);
  });

  it("lends it again where the page has dropped it, and nowhere else", () => {
    styles.renew();
    expect(root.adoptedStyleSheets).toEqual([theirs]);
    styles.lendTo(inner());
    root.adoptedStyleSheets = [];
    styles.renew();
    expect(root.adoptedStyleSheets).toHaveLength(1);
  });

  it("leaves the page's own sheets alone when it takes its own back, and lends no more", () => {
    styles.lendTo(inner());
    const later = new CSSStyleSheet();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, later];
    stop.abort();
    expect(root.adoptedStyleSheets).toEqual([theirs, later]);
    styles.lendTo(inner());
    expect(root.adoptedStyleSheets).toEqual([theirs, later]);
  });

  it("takes it back from trees that have left the page, too", () => {
    styles.lendTo(inner());
    root.host.remove();
    stop.abort();
    expect(root.adoptedStyleSheets).toEqual([theirs]);
  });

  it("lends nothing to the document", () => {
    styles.lendTo(document.body);
    expect(document.adoptedStyleSheets).toEqual([]);
  });
});
