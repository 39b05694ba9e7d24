import { isShadowRoot } from "./node-kinds.ts";
import { rootOf } from "./own-members.ts";

/** Lends the rules of marks to shadow trees, for browsers where a document's own do not reach into them. */
export interface ShadowStyles {
  /** Sees to it that marks in the node's tree can be seen. */
  lendTo(node: Node): void;
  /** Lends them again to trees from which the page has dropped them. */
  renew(): void;
}

/** Nothing lent yet; the signal takes all of it back. */
export function createShadowStyles(css: string, signal: AbortSignal): ShadowStyles {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const known = new WeakSet<ShadowRoot>();
  const roots = new Set<WeakRef<ShadowRoot>>();

  function lend(root: ShadowRoot): void {
    // A tree that was moved to another document cannot have this one's sheet.
    if (root.ownerDocument !== document || root.adoptedStyleSheets.includes(sheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  function forEachRoot(act: (root: ShadowRoot) => void): void {
    for (const reference of roots) {
      const root = reference.deref();
      if (root) act(root);
      else roots.delete(reference);
    }
  }

  signal.addEventListener("abort", () =>
    forEachRoot((root) => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    }),
  );

  return {
    lendTo(node) {
      const root = rootOf(node);
      if (!isShadowRoot(root) || signal.aborted) return;
      if (!known.has(root)) {
        known.add(root);
        roots.add(new WeakRef(root));
      }
      lend(root);
    },
    renew: () => forEachRoot(lend),
  };
}
