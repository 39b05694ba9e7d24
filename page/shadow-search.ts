import { localNameOf } from "./own-members.ts";
import { pause, whenVisible, yieldToPage } from "./take-turns.ts";

export interface ShadowSearchOptions {
  /** An element's shadow root, closed ones too where the browser tells of them. */
  shadowRootOf(element: Element): ShadowRoot | null;
  /** The trees that are known. */
  shadowRoots(): readonly ShadowRoot[];
  /** Told of every root that was not found before. */
  onFound(root: ShadowRoot): void;
  signal: AbortSignal;
}

/**
 * The elements that can have a shadow root, beside those of custom names; asking the others costs 4 µs each in Chromium.
 * https://dom.spec.whatwg.org/#valid-shadow-host-name
 */
const hosts = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);
/** Longest stretch of work without the page's turn, in ms. */
const slice = 4;
/** Elements asked between looks at the clock. */
const stride = 32;
/** Of the time of a page that is being used, one part in this many is ours. */
const share = 100;
/** Between rounds, in ms: the longer, the longer page and reader have rested. */
const pauses = { least: 500, most: 10_000 };
const stirs = ["pointermove", "pointerdown", "keydown", "scroll", "load"];

/**
 * Searches, until the signal, for shadow roots that reading does not come by: the closed ones, and those that are
 * attached to elements that have been read already, which no observer is told of.
 */
export function searchShadowRoots({ shadowRootOf, shadowRoots, onFound, signal }: ShadowSearchOptions): void {
  const found = new WeakSet<ShadowRoot>();
  let stir = () => {};
  for (const type of stirs) window.addEventListener(type, () => stir(), { capture: true, passive: true, signal });
  void search();

  async function search(): Promise<void> {
    let wait = pauses.least;
    for (;;) {
      await whenVisible(signal);
      // What has led here, the script's own beginning too, has had its turn.
      await yieldToPage();
      const spent = await goThrough();
      const stirred = new Promise<boolean>((resolve) => {
        stir = () => resolve(true);
      });
      await pause(Math.max(pauses.least, spent * share));
      if (signal.aborted) return;
      const isStirred = await Promise.race([stirred, pause(wait).then(() => false)]);
      if (signal.aborted) return;
      wait = isStirred ? pauses.least : Math.min(wait * 2, pauses.most);
    }
  }

  /** Asks every element once; resolves to the ms it took, the page's turns not counted. */
  async function goThrough(): Promise<number> {
    let begun = performance.now();
    let spent = 0;
    const trees: (Document | ShadowRoot)[] = [document, ...shadowRoots()];
    for (let tree = trees.shift(); tree; tree = trees.shift()) {
      // Not by a selector: of a page of 20 MB that takes a tenth of a second at once, and longer in all than to walk.
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
      for (let asked = 1; walker.nextNode(); asked++) {
        if (asked % stride === 0 && performance.now() > begun + slice) {
          spent += performance.now() - begun;
          await yieldToPage();
          // Not to hold on to what a page in the background removes.
          if (signal.aborted || document.visibilityState !== "visible") return spent;
          begun = performance.now();
        }
        const element = walker.currentNode as Element;
        const name = localNameOf(element);
        const root = hosts.has(name) || name.includes("-") ? shadowRootOf(element) : null;
        if (!root || found.has(root)) continue;
        found.add(root);
        trees.push(root);
        onFound(root);
      }
    }
    return spent + performance.now() - begun;
  }
}
