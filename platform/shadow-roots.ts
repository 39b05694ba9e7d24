import browser from "webextension-polyfill";

/** Known to neither the polyfill's types nor the DOM's. */
interface Opener {
  dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null };
}
type Opened = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** The shadow root that a page attached to an element, closed ones too; browsers' own (of <video>, say) not. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const { dom } = browser as unknown as Opener;
  // Chromium has a function for it, and Firefox a property that content scripts alone see. An orphan has neither.
  if (!dom?.openOrClosedShadowRoot) return (element as Opened).openOrClosedShadowRoot ?? element.shadowRoot;
  try {
    return dom.openOrClosedShadowRoot(element);
  } catch {
    return element.shadowRoot;
  }
}
