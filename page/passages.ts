import { classOf, LETTER, MARK, SINGLE } from "#core/names/characters.ts";
import { isElement, isText } from "./node-kinds.ts";
import {
  attributeOf,
  findAll,
  firstChildOf,
  isConnected,
  localNameOf,
  matches,
  nextSiblingOf,
  parentOf,
} from "./own-members.ts";
import { hostTag, isInlineDisplay, languageOf, type Treatments, unreadAttributes } from "./treatments.ts";

/**
 * A run of text that reads as one: the text nodes of a block joined, across inline tags. Node `i` covers `text` from
 * `starts[i]` on (negative where an overlong node was cut and this is a later piece of it).
 */
export interface Passage {
  readonly text: string;
  /** BCP 47, as the page has it; "" if unknown. */
  readonly lang: string;
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
  readonly block: Element | ShadowRoot;
}

/** A reading of the passages under a root that can be interrupted; the page may change meanwhile. */
export interface PassageWalk {
  /** Hands over passages, in document order, until `isOver` says so; true once all have been read. */
  advance(emit: (passage: Passage, walk: PassageWalk) => void, isOver: () => boolean): boolean;
}

export interface WalkOptions {
  treatments: Treatments;
  /** Only the runs that belong to `root` itself, not those of the blocks inside it. */
  ownOnly: boolean;
  shadowRootOf(host: Element): ShadowRoot | null | undefined;
  onShadowRoot(root: ShadowRoot): void;
  /** Asked before all inside an element is read: whether it waits to be read anew, which it does no more. */
  takeOver(element: Element): boolean;
  /** The page moved what was being read: `element` is to be walked again. */
  onLost(element: Element | ShadowRoot): void;
}

interface Frame {
  element: Element | ShadowRoot;
  isBlock: boolean;
  /** What it was outside, to be restored on leaving. */
  lang: string;
  block: Element | ShadowRoot | undefined;
}

const specials = `${unreadAttributes},[lang]`;
/** Stands for what was left out; no name holds it. */
const gap = "\uFFFC";
/** A passage is cut beyond this length, so that no single reading takes long. */
const longest = 30_000;
/** Nodes visited between looks at the clock. */
const stride = 128;

/** Starts a walk of `root`. Where `root` is inline, only the blocks inside it are read: its own text is its block's. */
export function walkPassages(root: Element | ShadowRoot, options: WalkOptions): PassageWalk {
  const { treatments, ownOnly } = options;
  const frames: Frame[] = [];
  const asElement = isElement(root) ? root : root.host;
  let lang = languageOf(asElement);
  let block: Element | ShadowRoot | undefined = isElement(root) && treatments.of(root) !== "block" ? undefined : root;
  let cursor: Node | null = firstChildOf(root);
  let text = "";
  let nodes: Text[] = [];
  let starts: number[] = [];
  // How much of the text node at the cursor has been handed over: an overlong one is not read in one go.
  let cut = 0;
  // Inline elements entered or left since the last text.
  let crossed: Element[] = [];
  // Asking every element for its attributes is dear in a content script's world: those that have any are found once.
  const special = ownOnly ? undefined : new Set<Element>(allIn(root, specials));
  frames.push({ element: root, isBlock: true, lang, block });
  if (isElement(root)) reportShadow(root);

  function advance(emit: (passage: Passage, walk: PassageWalk) => void, isOver: () => boolean): boolean {
    if (!recover()) return true;
    let steps = 0;
    let emitted = false;
    const flush = () => {
      if (nodes.length > 0 && block && text.length > 1) {
        emit({ text, lang, nodes, starts, block }, walk);
        emitted = true;
      }
      text = "";
      nodes = [];
      starts = [];
      crossed = [];
    };
    for (;;) {
      if (cursor === null) {
        const frame = frames.pop();
        if (!frame || frames.length === 0) {
          flush();
          frames.length = 0;
          return true;
        }
        leave(frame, flush);
        cursor = nextSiblingOf(frame.element);
      } else if (isText(cursor)) {
        if (!block || addText(cursor, flush)) cursor = nextSiblingOf(cursor);
      } else if (isElement(cursor)) {
        cursor = enter(cursor, flush) ? firstChildOf(cursor) : nextSiblingOf(cursor);
      } else {
        cursor = nextSiblingOf(cursor);
      }
      // A pause falls between passages, so that a change of the page cannot leave half of one behind.
      if ((emitted || ++steps >= stride) && nodes.length === 0) {
        emitted = false;
        steps = 0;
        if (isOver()) return false;
      }
    }
  }

  function enter(element: Element, flush: () => void): boolean {
    const treatment = treatments.of(element);
    if (treatment === "absent") return false;
    if (treatment === "break") {
      text += gap;
      return false;
    }
    if (treatment === "newline") {
      text += "\n";
      return false;
    }
    const isBlock = treatment === "block";
    if (isBlock) flush();
    if (isBlock && ownOnly) return false;
    let inner = lang;
    // What the page has put here since the walk began.
    const isFresh = special !== undefined && options.takeOver(element);
    if (isFresh) for (const fresh of allIn(element, specials)) special.add(fresh);
    if (!special || isFresh || special.has(element)) {
      if (matches(element, unreadAttributes)) return false;
      const marked = attributeOf(element, "lang");
      if (marked !== null && marked !== lang) {
        flush();
        inner = marked;
      }
    }
    reportShadow(element);
    frames.push({ element, isBlock, lang, block });
    lang = inner;
    if (isBlock) block = element;
    else crossed.push(element);
    return true;
  }

  function leave(frame: Frame, flush: () => void): void {
    if (frame.isBlock || frame.lang !== lang) flush();
    else if (isElement(frame.element)) crossed.push(frame.element);
    lang = frame.lang;
    block = frame.block;
  }

  /** Adds the text, or as much of it as makes a passage; true once all of it is added. */
  function addText(node: Text, flush: () => void): boolean {
    const { data } = node;
    const from = cut;
    cut = 0;
    if (from >= data.length) return true;
    if (crossed.length > 0) {
      if (isGlued(text, data) && crossed.some((element) => !isInlineDisplay(getComputedStyle(element).display)))
        flush();
      crossed = [];
    }
    // White space between blocks starts no passage.
    if (nodes.length === 0 && from === 0 && data.trim() === "") return true;
    nodes.push(node);
    starts.push(text.length - from);
    if (text.length + data.length - from <= longest) {
      text += from === 0 ? data : data.slice(from);
      return true;
    }
    cut = cutBefore(data, from, from + Math.max(1, longest - text.length));
    text += data.slice(from, cut);
    flush();
    return false;
  }

  function reportShadow(element: Element): void {
    if (ownOnly) return;
    const shadow = options.shadowRootOf(element);
    if (shadow && localNameOf(element) !== hostTag) options.onShadowRoot(shadow);
  }

  /** After a pause: drops the part of the path that is no longer there. False when nothing is left to walk. */
  function recover(): boolean {
    let intact = frames[0] && isConnected(frames[0].element) ? 1 : 0;
    while (intact > 0 && intact < frames.length) {
      const inner = frames[intact]?.element;
      if (!inner || parentOf(inner) !== frames[intact - 1]?.element) break;
      intact += 1;
    }
    const last = frames[intact - 1];
    if (!last) return false;
    if (intact === frames.length && (cursor === null || parentOf(cursor) === last.element)) return true;
    options.onLost(last.element);
    const outer = frames[intact];
    if (outer) {
      lang = outer.lang;
      block = outer.block;
    }
    frames.length = intact;
    // The rest of this element is read with `onLost`; what follows it, by this walk.
    cursor = null;
    cut = 0;
    return true;
  }

  const walk = { advance };
  return walk;
}

function allIn(root: Element | ShadowRoot, selector: string): NodeListOf<Element> {
  return isElement(root) ? findAll(root, selector) : root.querySelectorAll(selector);
}

/** Whether two texts meet letter to letter. Scripts that set no spaces meet so everywhere, and need no telling apart. */
function isGlued(before: string, after: string): boolean {
  return isSpacedLetter(before.charCodeAt(before.length - 1)) && isSpacedLetter(after.charCodeAt(0));
}

function isSpacedLetter(unit: number): boolean {
  if (unit < 0x80)
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
  const kind = classOf(unit);
  return unit >= 0xc0 && unit < 0x2000 && (kind === LETTER || kind === MARK || kind === SINGLE);
}

/** Where to cut an overlong text at or before `limit`: after a line or sentence, else after a space. */
function cutBefore(data: string, from: number, limit: number): number {
  if (limit >= data.length) return data.length;
  // Not in the text itself: for a sign that it does not hold, that would be searched to its beginning each time.
  const first = Math.max(from + 1, limit - 4_000);
  const near = data.slice(first, limit);
  for (const sign of ["\n", ". ", "。", " "]) {
    const at = near.lastIndexOf(sign);
    if (at >= 0) return first + at + sign.length;
  }
  return limit;
}
