import { isElement, isShadowRoot } from "./node-kinds.ts";
import { attributeOf, closest, nameOf, parentOf, rootOf } from "./own-members.ts";

/**
 * How an element takes part in the reading of its text:
 * - `inline`: its text joins its neighbours'; `block`: its text stands alone;
 * - `break`: left alone, and names do not join across it; `absent`: left alone, and the text closes over it;
 * - `newline`: a line break.
 */
export type Treatment = "inline" | "block" | "break" | "absent" | "newline";

/** The one element the extension ever adds; never read. */
export const hostTag = "context-card-host";

const blocks =
  "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption " +
  "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p search section " +
  "summary table tbody td tfoot th thead tr ul";
const breaks =
  "audio canvas code embed frame frameset iframe img input kbd listing math meter object picture plaintext pre " +
  "progress samp select svg textarea video xmp";
// Never painted, or, as ruby's readings, painted beside the text rather than in it.
const absents = `area base col colgroup datalist head link meta noscript param rp rt script source style template title track wbr ${hostTag}`;

/** Matches what is left alone together with all that is inside. */
export const unreadAttributes = '[hidden],[contenteditable]:not([contenteditable="false" i])';

export interface Treatments {
  of(element: Element): Treatment;
  /** Whether the element, or one around it (shadow hosts too), is left alone. */
  isUnread(element: Element): boolean;
  /** The nearest block around a node, its own shadow root where that comes first; none inside what is left alone. */
  blockOf(node: Node): Element | ShadowRoot | undefined;
}

/** The treatment of every element of one document. */
export function createTreatments(document: Document): Treatments {
  const byName = new Map<string, Treatment>();
  const list = (names: string, treatment: Treatment) => {
    // An element's nodeName is upper case in HTML documents and lower case in XHTML and for foreign elements: with both
    // in the table, one look-up of one property per node is enough.
    for (const name of names.split(" ")) byName.set(name, treatment).set(name.toUpperCase(), treatment);
  };
  list(blocks, "block");
  list(breaks, "break");
  list(absents, "absent");
  list("br", "newline");
  // Browsers show a plain-text file as one <pre>.
  if (document.contentType === "text/plain") list("pre", "block");
  const unreadTags = [...byName].flatMap(([name, treatment]) =>
    name === name.toLowerCase() && (treatment === "break" || treatment === "absent") ? [name] : [],
  );
  const unread = `${unreadTags.join()},${unreadAttributes}`;

  function of(element: Element): Treatment {
    const name = nameOf(element);
    const known = byName.get(name);
    if (known) return known;
    if (!name.includes("-")) {
      byName.set(name, "inline");
      return "inline";
    }
    // The tag says nothing about a custom element. Its style is asked once a tag name, for sites use one either way;
    // not while it is hidden, for then the answer may change.
    const display = getComputedStyle(element).display;
    if (display === "none") return "block";
    const treatment = isInlineDisplay(display) ? "inline" : "block";
    byName.set(name, treatment);
    return treatment;
  }

  function isUnread(element: Element): boolean {
    for (let at: Element | undefined = element; at; at = hostOf(at)) if (closest(at, unread)) return true;
    return document.designMode === "on";
  }

  function blockOf(node: Node): Element | ShadowRoot | undefined {
    for (let at: Node | null = node; at; at = parentOf(at)) {
      if (isElement(at)) {
        const treatment = of(at);
        if (treatment === "block") return at;
        if (treatment !== "inline") return undefined;
      } else if (isShadowRoot(at)) return at;
    }
    return undefined;
  }

  return { of, isUnread, blockOf };
}

/** Whether text in a box of this computed `display` runs on with its neighbours. */
export function isInlineDisplay(display: string): boolean {
  return display.startsWith("inline") || display === "contents" || display.startsWith("ruby");
}

/** The host of the shadow tree an element is in. */
export function hostOf(node: Node): Element | undefined {
  const root = rootOf(node);
  return isShadowRoot(root) ? root.host : undefined;
}

/** The language of an element's text as its nearest `lang` has it, shadow hosts' included; "" where none is given. */
export function languageOf(element: Element): string {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    const marked = closest(at, "[lang]");
    if (marked) return attributeOf(marked, "lang") ?? "";
  }
  return "";
}
