import { isElement } from "./node-kinds.ts";
import { contains, isConnected, localNameOf } from "./own-members.ts";
import { searchShadowRoots } from "./shadow-search.ts";
import { pause, whenVisible, yieldToPage } from "./take-turns.ts";
import { type Place, textsOf } from "./texts-of.ts";
import { hostTag } from "./treatments.ts";

export interface WatchForNamesOptions {
  /** Whether a text may hold a name. */
  mayName(text: string): boolean;
  /** An element's shadow root, closed ones too where the browser tells of them. */
  shadowRootOf(element: Element): ShadowRoot | null;
  /** Told once, of the first sign of a name; it is to abort the signal. */
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
/** Changed nodes that are remembered one by one. */
const fewest = 500;

/** Looks at all text of the document, and at what changes in it, until there is a sign of a name, or the signal. */
export function watchForNames({ mayName, shadowRootOf, onSign, signal }: WatchForNamesOptions): WatchForNames {
  const roots = new Set<ShadowRoot>();
  let changed = new Set<Node>([document]);
  let isComplete = false;
  let isAwake = false;
  let place: Place = {};

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, previousSibling } of records) {
      // A page that loads tells of thousands of nodes at a time, all of which are still to be looked at.
      if (changed.has(document) || changed.size > fewest) break;
      if (type === "characterData") changed.add(target);
      // What it stood between may be one word.
      if (removedNodes.length > 0 && previousSibling) changed.add(previousSibling);
      for (const node of removedNodes) if (place.at && contains(node, place.at)) place.isLost = true;
      for (const node of addedNodes) if (!isElement(node) || localNameOf(node) !== hostTag) changed.add(node);
    }
    // What stood behind that, too, is not to be come upon from there.
    if (changed.size > fewest || place.isLost) changed = new Set<Node>([document, ...roots]);
    wake();
  });
  const observed = { subtree: true, childList: true, characterData: true };
  observer.observe(document, observed);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    changed.clear();
    roots.clear();
  });
  wake();

  function wake(): void {
    if (!isAwake && changed.size > 0 && !signal.aborted) void look();
  }

  async function look(): Promise<void> {
    isAwake = true;
    // The script that has just been read and run has had its turn.
    await yieldToPage();
    try {
      while (changed.size > 0) {
        await whenVisible(signal);
        if (signal.aborted) return;
        const nodes = changed;
        changed = new Set();
        if (await isAnyNamed(nodes)) {
          onSign();
          return;
        }
        const isFirst = !isComplete;
        isComplete = true;
        await pause(rest);
        if (isFirst && !signal.aborted) searchForShadows();
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
      signal,
    });
  }

  async function isAnyNamed(nodes: Iterable<Node>): Promise<boolean> {
    let begun = performance.now();
    for (const node of nodes) {
      for (const text of textsOf(node, place)) {
        if (signal.aborted) return false;
        if (mayName(text)) return true;
        if (performance.now() < begun + slice) continue;
        await yieldToPage();
        begun = performance.now();
      }
      place = {};
    }
    return false;
  }

  return {
    get isComplete() {
      return isComplete;
    },
  };
}
