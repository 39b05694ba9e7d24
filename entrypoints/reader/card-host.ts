import { cardStyles, hostStyles } from "#components/card/card-styles.ts";
import { outerOf } from "#page/flat-tree.ts";
import { holds } from "#page/intent.ts";
import { isElement, isShadowRoot } from "#page/node-kinds.ts";
import { appendTo, closest, matches, outerElementOf, rootOf } from "#page/own-members.ts";
import { pressable } from "#page/pressable.ts";
import { hostTag } from "#page/treatments.ts";

/** The one element that the extension adds to a page, while a card is open. Until `open` it is in no page. */
export interface CardHost {
  readonly element: HTMLElement;
  /** What is placed: the card is rendered into it. */
  readonly frame: HTMLElement;
  /** Adds it to the page, in the top layer, where what `anchor` belongs to can be used. */
  open(anchor: Node): void;
  /** What of the card has the reader's focus. */
  focused(): Element | null;
  /** Whether an event happened on the card. */
  isTargetOf(event: Event): boolean;
  /** Gives the card its own size back, whatever the page's `zoom`. */
  undoZoom(): void;
  /** Whether the middle of the card is what the reader would press there: not where the page is inert. */
  isWithinReach(): boolean;
  /** Puts the host as near to the anchor as it can stand. */
  moveToAnchor(): void;
  remove(): void;
}

const frameStyles = `
.frame { position: absolute; inline-size: max-content; }
`;

// Firefox ends a script with its extension, card open or not; it takes the manifest's stylesheet back, and so the card.
// That sheet does not reach into shadow trees.
const leaving = ".frame { display: var(--context-card-display, none); }";

const shielded = [
  ..."auxclick beforeinput change click compositionend compositionstart compositionupdate contextmenu copy cut".split(
    " ",
  ),
  ..."dblclick drag dragend dragenter dragleave dragover dragstart drop focusin focusout input keydown keypress".split(
    " ",
  ),
  ..."keyup mousedown mousemove mouseout mouseover mouseup paste pointercancel pointerdown pointermove pointerout".split(
    " ",
  ),
  ..."pointerover pointerup selectstart touchcancel touchend touchmove touchstart wheel".split(" "),
];

/** Made for the first card, and parsed but once. */
let sheets: { card: CSSStyleSheet; leaving: CSSStyleSheet } | undefined;

/** A host that can be drawn into. */
export function createCardHost(): CardHost {
  // Made in a document without custom elements: a page that defines this name must not construct our host, which would
  // open its shadow root to it (https://html.spec.whatwg.org/#dom-elementinternals-shadowroot).
  const element = document.implementation.createHTMLDocument("").createElement(hostTag);
  const root = element.attachShadow({ mode: "closed" });
  // Chromium's `window.find` searches closed shadow trees, so that a page could ask for the words of a card; but not what is
  // inside elements that have no content. Of those, this one alone means nothing to any browser, and is shown like a `div`.
  const frame = element.ownerDocument.createElement("bgsound");
  frame.className = "frame";
  root.append(frame);
  element.popover = "manual";
  // The page's own handlers are for its own matters. Those that capture see that something happened, not what.
  for (const type of shielded) element.addEventListener(type, (event) => event.stopPropagation());
  sheets ??= { card: sheetOf(hostStyles + cardStyles + frameStyles), leaving: sheetOf(leaving) };
  const { card, leaving: withoutCard } = sheets;
  let anchor: Node = document;

  return {
    element,
    frame,
    open(words) {
      anchor = words;
      appendTo(homeFor(anchor), element);
      // Sheets are of one document, so a host that changes documents loses them.
      const isInReach = import.meta.env.FIREFOX && element.getRootNode() === document;
      root.adoptedStyleSheets = isInReach ? [card, withoutCard] : [card];
      element.showPopover();
    },
    focused: () => root.activeElement,
    isTargetOf(event) {
      if (event.composedPath().includes(element)) return true;
      // A closed shadow tree of the page's keeps to itself what happens in it, and where.
      const tree = rootOf(element);
      if (!isShadowRoot(tree) || tree.mode === "open" || !(event instanceof MouseEvent)) return false;
      return holds(frame.getBoundingClientRect(), { x: event.clientX, y: event.clientY });
    },
    undoZoom() {
      frame.style.zoom = String(1 / (element.currentCSSZoom || 1));
    },
    isWithinReach() {
      const { left, top, width, height } = frame.getBoundingClientRect();
      const tree = rootOf(element) as Document | ShadowRoot;
      const found = tree.elementFromPoint(left + width / 2, top + height / 2);
      // In a window smaller than the card its middle is nowhere.
      return found === null || found === element;
    },
    moveToAnchor() {
      const around = outerElementOf(anchor);
      // Inside a link, a click on the card would follow it.
      const pressed = around && closest(around, pressable);
      const home = (pressed && outerElementOf(pressed)) ?? around;
      if (!home || home === element.parentNode) return;
      appendTo(home, element);
      element.showPopover();
    },
    remove: () => element.remove(),
  };
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/**
 * Beneath a modal dialog everything is inert, the top layer too: there the card lives inside the dialog. A page's popover
 * closes at a press outside of it: there it lives inside the popover. What a component brings is found by its slots.
 */
function homeFor(anchor: Node): Node {
  let inner = anchor;
  for (let at = outerOf(anchor); at; at = outerOf(at)) {
    // Beside the shadow tree that the words are in, the host would have no slot to be shown in.
    if (isElement(at) && matches(at, ":modal,:popover-open,:fullscreen")) return isShadowRoot(inner) ? inner : at;
    inner = at;
  }
  return document.body ?? document.documentElement;
}
