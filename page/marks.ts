import type { Mention } from "#core/detect/mention.ts";
import type { KeptPassage } from "./kept-passages.ts";
import { boundsOf, type Found } from "./mention-range.ts";
import { createNearness } from "./nearness.ts";
import { createShadowStyles } from "./shadow-styles.ts";

/** A passage and those of its mentions that are marked. */
export interface Marked {
  readonly passage: KeptPassage;
  readonly mentions: readonly Mention[];
}

/** How marks look; each style has a highlight and a rule in the content script's stylesheet. */
export type MarkStyle = "dotted" | "solid" | "tint" | "none";

export interface MarksOptions {
  style: MarkStyle;
  /** The rules of marks, for browsers where the document's do not reach into shadow trees. */
  shadowStyles: string | undefined;
  /** A passage has come near the window that was not laid out when it was read. */
  onReveal(passage: KeptPassage): void;
  signal: AbortSignal;
}

/** The marks of one document, painted by the Highlight API: no node of the page is touched. */
export interface Marks {
  /** Replaces what is marked; passages without mentions are watched for being revealed. */
  show(marked: readonly Marked[]): void;
  /** The mentions marked in a passage, sorted. */
  mentionsOf(passage: KeptPassage): readonly Mention[];
  /** The marks of the passages that an element is the box of. */
  marksIn(box: Element): Iterable<Found>;
  setStyle(style: MarkStyle): void;
  /** Marks one mention as the one whose card is open, or that was jumped to. */
  activate(found: Found | undefined): void;
}

/** Between looks at whether the page has left our marks alone, in ms: nothing tells when it has not. */
const guarding = 1000;

/** Starts to mark the document. */
export function createMarks({ style: firstStyle, shadowStyles, onReveal, signal }: MarksOptions): Marks {
  const lent = shadowStyles === undefined ? undefined : createShadowStyles(shadowStyles, signal);
  const painted = createHighlight(0);
  const active = createHighlight(1);
  // Every registered range costs at every frame, so only those near the window are; a box's coming tells which.
  const ranges = new Map<KeptPassage, StaticRange[]>();
  const byBox = new Map<Element, Set<KeptPassage>>();
  let current = new Map<KeptPassage, readonly Mention[]>();
  let style = firstStyle;
  let isPrinting = false;
  let registered = 0;
  let guard: ReturnType<typeof setInterval> | undefined;

  const nearness = createNearness({
    isAlone: (box) => [...(byBox.get(box) ?? [])].some(({ isRendered }) => !isRendered),
    lengthOf: (box) => [...(byBox.get(box) ?? [])].reduce((sum, passage) => sum + lengthOf(passage), 0),
    onChange(boxes) {
      for (const box of boxes) {
        for (const passage of byBox.get(box) ?? []) {
          if (nearness.isNear(box) && !passage.isRendered) onReveal(passage);
          paint(passage);
        }
      }
      register();
    },
    signal,
  });

  register();
  // Marks without a style in print would still cut the printed text in pieces.
  window.addEventListener("beforeprint", () => setPrinting(true), { signal });
  window.addEventListener("afterprint", () => setPrinting(false), { signal });
  signal.addEventListener("abort", () => {
    clearInterval(guard);
    painted.clear();
    active.clear();
    unregister();
  });

  function setPrinting(printing: boolean): void {
    isPrinting = printing;
    if (printing) unregister();
    else register();
  }

  function unregister(): void {
    for (const name of [`context-card-${style}`, "context-card-active"]) {
      const highlight = CSS.highlights.get(name);
      if (highlight === painted || highlight === active) CSS.highlights.delete(name);
    }
  }

  function paint(passage: KeptPassage): void {
    const before = ranges.get(passage) ?? [];
    for (const range of before) painted.delete(range);
    registered -= before.length;
    const mentions = current.get(passage);
    if (!mentions || mentions.length === 0 || !nearness.isNear(passage.box)) {
      ranges.delete(passage);
      return;
    }
    const fresh = mentions.flatMap((mention) => {
      const bounds = boundsOf({ passage, mention });
      return bounds ? [new StaticRange(bounds)] : [];
    });
    for (const range of fresh) painted.add(range);
    registered += fresh.length;
    ranges.set(passage, fresh);
    lent?.lendTo(passage.block);
  }

  /** Puts back what the page has taken away: it can clear the registry, and each highlight in it. */
  function restore(): void {
    if (document.visibilityState !== "visible") return;
    register();
    if (painted.size === registered) return;
    painted.clear();
    for (const fresh of ranges.values()) for (const range of fresh) painted.add(range);
  }

  function register(): void {
    if (signal.aborted || isPrinting) return;
    const name = `context-card-${style}`;
    if (style !== "none" && CSS.highlights.get(name) !== painted) CSS.highlights.set(name, painted);
    if (CSS.highlights.get("context-card-active") !== active) CSS.highlights.set("context-card-active", active);
    lent?.renew();
  }

  /** Watches the boxes of what has marks, and of what is not laid out and may be once. */
  function watchBoxes(): void {
    byBox.clear();
    for (const [passage, mentions] of current) {
      if (mentions.length === 0 && passage.isRendered) continue;
      const others = byBox.get(passage.box);
      if (others) others.add(passage);
      else byBox.set(passage.box, new Set([passage]));
    }
    nearness.watch([...byBox.keys()]);
  }

  return {
    show(marked) {
      const before = current;
      current = new Map(marked.map(({ passage, mentions }) => [passage, mentions]));
      watchBoxes();
      for (const [passage, mentions] of current) {
        const known = before.get(passage);
        if (!known || !isSame(known, mentions)) paint(passage);
      }
      for (const passage of before.keys()) if (!current.has(passage)) paint(passage);
      register();
      if (current.size === 0) {
        clearInterval(guard);
        guard = undefined;
      } else guard ??= setInterval(restore, guarding);
    },
    mentionsOf: (passage) => current.get(passage) ?? [],
    *marksIn(box) {
      for (const passage of byBox.get(box) ?? []) {
        for (const mention of current.get(passage) ?? []) yield { passage, mention };
      }
    },
    setStyle(next) {
      CSS.highlights.delete(`context-card-${style}`);
      style = next;
      register();
    },
    activate(found) {
      active.clear();
      const bounds = found && boundsOf(found);
      if (bounds) active.add(new StaticRange(bounds));
    },
  };
}

function createHighlight(priority: number): Highlight {
  const highlight = new Highlight();
  highlight.priority = priority;
  return highlight;
}

function lengthOf({ nodes }: KeptPassage): number {
  return nodes.reduce((sum, { length }) => sum + length, 0);
}

/** By identity: the scanner keeps a mention's object for as long as the mention stands. */
function isSame(a: readonly Mention[], b: readonly Mention[]): boolean {
  return a.length === b.length && a.every((mention, index) => mention === b[index]);
}
