import { isElement, isText } from "./node-kinds.ts";
import {
  elementsIn,
  firstChildOf,
  isConnected,
  lastChildOf,
  localNameOf,
  nextSiblingOf,
  previousSiblingOf,
  textOf,
} from "./own-members.ts";
import { searchShadowRoots } from "./shadow-search.ts";
import { pause, whenVisible, yieldToPage } from "./take-turns.ts";
import { hostTag } from "./treatments.ts";

export interface WatchForNamesOptions {
  /** Whether a text may hold a name. */
  mayName(text: string): boolean;
  /** An element's shadow root, closed ones too where the browser tells of them. */
  shadowRootOf(element: Element): ShadowRoot | null;
  /** Told once, of the first sign of a name. */
  onSign(): void;
  signal: AbortSignal;
}

/** A document that is looked at, not yet read. */
export interface WatchForNames {
  /** Whether all of the document's own text has been looked at once. */
  readonly isComplete: boolean;
}

/** Longest stretch of work without the page's turn, in ms. */
const slice = 5;
/** Between two looks at what a page goes on changing, in ms. */
const rest = 100;
/** Elements whose text is taken in one go. */
const most = 1000;
/** UTF-16 units looked at in one go; what ends one go begins the next, so that no word is cut. */
const longest = 100_000;
const overlap = 64;
/** Changed nodes that are remembered one by one. */
const fewest = 500;

/** Looks at all text of the document, and at what changes in it, until there is a sign of a name, or the signal. */
export function watchForNames({ mayName, shadowRootOf, onSign, signal }: WatchForNamesOptions): WatchForNames {
  const over = new AbortController();
  const until = AbortSignal.any([signal, over.signal]);
  const roots = new Set<ShadowRoot>();
  let changed = new Set<Node>([document]);
  let isComplete = false;
  let isAwake = false;

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, previousSibling } of records) {
      // A page that loads tells of thousands of nodes at a time, all of which are still to be looked at.
      if (changed.has(document) || changed.size > fewest) break;
      if (type === "characterData") changed.add(target);
      // What it stood between may be one word.
      if (removedNodes.length > 0 && previousSibling) changed.add(previousSibling);
      for (const node of addedNodes) if (!isElement(node) || localNameOf(node) !== hostTag) changed.add(node);
    }
    if (changed.size > fewest) changed = new Set<Node>([document, ...roots]);
    wake();
  });
  const observed = { subtree: true, childList: true, characterData: true };
  observer.observe(document, observed);
  until.addEventListener("abort", () => {
    observer.disconnect();
    changed.clear();
    roots.clear();
  });
  wake();

  function wake(): void {
    if (!isAwake && changed.size > 0 && !until.aborted) void look();
  }

  async function look(): Promise<void> {
    isAwake = true;
    // The script that has just been read and run has had its turn.
    await yieldToPage();
    try {
      while (changed.size > 0) {
        await whenVisible(until);
        if (until.aborted) return;
        const nodes = changed;
        changed = new Set();
        if (await isAnyNamed(nodes)) {
          over.abort("named");
          onSign();
          return;
        }
        const isFirst = !isComplete;
        isComplete = true;
        await pause(rest);
        if (isFirst && !until.aborted) searchForShadows();
      }
    } finally {
      isAwake = false;
    }
  }

  /** Once the document's own text has named nothing: asking every element for its shadow root takes as long as that. */
  function searchForShadows(): void {
    searchShadowRoots({
      shadowRootOf,
      shadowRoots: () => [...roots].filter(isConnected),
      onFound(root) {
        roots.add(root);
        observer.observe(root, observed);
        changed.add(root);
        wake();
      },
      signal: until,
    });
  }

  async function isAnyNamed(nodes: Iterable<Node>): Promise<boolean> {
    let begun = performance.now();
    for (const node of nodes) {
      for (const text of textsOf(node)) {
        if (until.aborted) return false;
        if (mayName(text)) return true;
        if (performance.now() < begun + slice) continue;
        await yieldToPage();
        begun = performance.now();
      }
    }
    return false;
  }

  return {
    get isComplete() {
      return isComplete;
    },
  };
}

/** All text under a node, and next to it on either side, in pieces that overlap; markup and scripts' text included. */
function* textsOf(node: Node): Generator<string> {
  if (!isConnected(node)) return;
  let tail = endOf(previousSiblingOf(node));
  for (const whole of wholesOf(node)) {
    const text = tail + whole;
    for (let at = 0; at === 0 || at < text.length - overlap; at += longest - overlap)
      yield text.slice(at, at + longest);
    tail = text.slice(-overlap);
  }
  yield tail + startOf(nextSiblingOf(node));
}

/** The text under a node, in as few pieces as come to a bearable size each. */
function* wholesOf(node: Node): Generator<string> {
  if (isText(node)) yield node.data;
  else if (isElement(node) && !hasMoreThan(most, node)) yield textOf(node) ?? "";
  else for (let child = firstChildOf(node); child; child = nextSiblingOf(child)) yield* wholesOf(child);
}

/** Not by counting: that goes through all of a page. */
function hasMoreThan(count: number, node: Element): boolean {
  return elementsIn(node, "*")[count] !== undefined;
}

function endOf(node: Node | null): string {
  let last = node;
  for (let inner = last; inner; inner = lastChildOf(inner)) last = inner;
  return last && isText(last) ? last.data.slice(-overlap) : "";
}

function startOf(node: Node | null): string {
  let first = node;
  for (let inner = first; inner; inner = firstChildOf(inner)) first = inner;
  return first && isText(first) ? first.data.slice(0, overlap) : "";
}
