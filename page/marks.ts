import type { Mention } from "#core/detect/mention.ts";
import type { KeptPassage } from "./kept-passages.ts";
import { boundsOf, type Found } from "./mention-range.ts";
import { type Box, createNearness } from "./nearness.ts";
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
  /**
   * Replaces what is marked; passages without mentions are watched for being revealed. Makes it ready a little at each step,
   * and shows all of it at the last: what is given up before has changed nothing.
   */
  show(marked: Iterable<Marked>): Generator<undefined, void>;
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

/** An element that is the box of passages which are marked, or may be once they are laid out. */
interface Boxed extends Box {
  readonly passages: KeptPassage[];
  isAlone: boolean;
  units: number;
}

/** What is registered of a passage, and for which mentions. */
interface Painted {
  readonly mentions: readonly Mention[];
  readonly ranges: readonly StaticRange[];
}

const nothing: readonly Mention[] = [];
/** Passages that are gone through in a step. */
const stride = 16;

/** Starts to mark the document. */
export function createMarks({ style: firstStyle, shadowStyles, onReveal, signal }: MarksOptions): Marks {
  const lent = shadowStyles === undefined ? undefined : createShadowStyles(shadowStyles, signal);
  const painted = createHighlight(0);
  const active = createHighlight(1);
  // Every registered range costs at every frame, so only those near the window are; a box's coming tells which.
  const ranges = new Map<KeptPassage, Painted>();
  let byBox = new Map<Element, Boxed>();
  let current = new Map<KeptPassage, readonly Mention[]>();
  let style = firstStyle;
  let isPrinting = false;
  let registered = 0;
  let guard: ReturnType<typeof setInterval> | undefined;

  const nearness = createNearness({
    onChange(boxes) {
      for (const box of boxes) {
        for (const passage of passagesIn(box)) {
          if (nearness.near.has(box) && !passage.isRendered) onReveal(passage);
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

  function passagesIn(box: Element): readonly KeptPassage[] {
    return byBox.get(box)?.passages ?? [];
  }

  /** Registers what is to be seen of a passage now, where that is not what is registered. */
  function paint(passage: KeptPassage): void {
    const before = ranges.get(passage);
    const mentions = (nearness.near.has(passage.box) && current.get(passage)) || nothing;
    if (isSame(before?.mentions ?? nothing, mentions)) return;
    for (const range of before?.ranges ?? []) painted.delete(range);
    registered -= before?.ranges.length ?? 0;
    ranges.delete(passage);
    if (mentions.length === 0) return;
    const fresh = mentions.flatMap((mention) => {
      const bounds = boundsOf({ passage, mention });
      return bounds ? [new StaticRange(bounds)] : [];
    });
    for (const range of fresh) painted.add(range);
    registered += fresh.length;
    ranges.set(passage, { mentions, ranges: fresh });
    lent?.lendTo(passage.block);
  }

  /** Puts back what the page has taken away: it can clear the registry, and each highlight in it. */
  function restore(): void {
    if (document.visibilityState !== "visible") return;
    register();
    if (painted.size === registered) return;
    painted.clear();
    for (const { ranges: own } of ranges.values()) for (const range of own) painted.add(range);
  }

  function register(): void {
    if (signal.aborted || isPrinting) return;
    const name = `context-card-${style}`;
    if (style !== "none" && CSS.highlights.get(name) !== painted) CSS.highlights.set(name, painted);
    if (CSS.highlights.get("context-card-active") !== active) CSS.highlights.set("context-card-active", active);
    lent?.renew();
  }

  return {
    *show(marked) {
      const next: typeof current = new Map();
      const boxes: typeof byBox = new Map();
      let passed = 0;
      for (const { passage, mentions } of marked) {
        if (++passed % stride === 0) yield;
        if (mentions.length > 0) next.set(passage, mentions);
        if (mentions.length > 0 || !passage.isRendered) addTo(boxes, passage);
      }
      const watch = yield* nearness.arrange(boxes.values());
      if (signal.aborted) return;
      current = next;
      byBox = boxes;
      watch();
      for (const passage of ranges.keys()) paint(passage);
      for (const box of nearness.near) for (const passage of passagesIn(box)) paint(passage);
      register();
      if (current.size === 0) {
        clearInterval(guard);
        guard = undefined;
      } else guard ??= setInterval(restore, guarding);
    },
    mentionsOf: (passage) => current.get(passage) ?? nothing,
    *marksIn(box) {
      for (const passage of passagesIn(box)) {
        for (const mention of current.get(passage) ?? nothing) yield { passage, mention };
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

function addTo(boxes: Map<Element, Boxed>, passage: KeptPassage): void {
  const known = boxes.get(passage.box);
  const box = known ?? { element: passage.box, passages: [], isAlone: false, units: 0 };
  box.passages.push(passage);
  box.isAlone ||= !passage.isRendered;
  box.units += lengthOf(passage);
  if (!known) boxes.set(passage.box, box);
}

function lengthOf({ nodes }: KeptPassage): number {
  return nodes.reduce((sum, { length }) => sum + length, 0);
}

/** By identity: the scanner keeps a mention's object for as long as the mention stands. */
function isSame(a: readonly Mention[], b: readonly Mention[]): boolean {
  return a.length === b.length && a.every((mention, index) => mention === b[index]);
}
