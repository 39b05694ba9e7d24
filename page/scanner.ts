import type { Mention } from "#core/detect/mention.ts";
import { createWork, hasWork, isToBeRead, type Job, observedChanges, takeJob, takeOver } from "./changes.ts";
import { createHeardChanges } from "./heard-changes.ts";
import { createKeptPassages, type KeptPassage } from "./kept-passages.ts";
import { isShadowRoot } from "./node-kinds.ts";
import { isConnected, shadowOf } from "./own-members.ts";
import { type Passage, type PassageWalk, walkPassages } from "./passages.ts";
import { boxOf, elementsInView, isRendered } from "./rendering.ts";
import { afterFrame, pause, whenParsed, whenVisible, yieldToPage } from "./take-turns.ts";
import { createTreatments } from "./treatments.ts";
import { weighPassages } from "./weigh-passages.ts";

/**
 * Reads text. `decide` gets the readings of all passages that are shown, in the page's order; it does a little at each step,
 * and returns the mentions of each at the last.
 */
export interface Detector<Reading> {
  /** Makes ready what reading needs, a little at each step. */
  prepare?(): Iterator<undefined, void>;
  /** Undefined when nothing in the text can become a mention. */
  read(text: string, lang: string): Reading | undefined;
  decide(readings: readonly Reading[]): Generator<undefined, readonly (readonly Mention[])[]>;
}

export interface ScannerOptions<Reading> {
  detector: Detector<Reading>;
  /**
   * Told of all kept passages, in the page's order, whenever mentions may have changed. What that calls for may be done in
   * steps: the passages stay as they are until the last.
   */
  onMentions(passages: readonly KeptPassage<Reading>[]): Iterator<undefined, void> | undefined;
  signal: AbortSignal;
}

/** The reading of one document, kept up to date until the signal stops it. */
export interface Scanner {
  /** Whether the whole page has been read once. */
  readonly isComplete: boolean;
  readonly shadowRoots: readonly ShadowRoot[];
  /** The passage at an offset of a text node, if it may hold mentions. */
  passageAt(node: Text, offset: number): KeptPassage | undefined;
  /** Weighs what was read once more: the detector's rules have changed. */
  decideAgain(): void;
  /** Reads a shadow tree that was found otherwise than by reading. */
  readShadowRoot(root: ShadowRoot): void;
  /** The page shows a passage that it did not. */
  reveal(passage: KeptPassage): void;
}

/** Longest stretch of work without the page's turn, in ms. */
const slice = 5;
/** Of the time of a page that never rests, one part in this many is ours. */
const share = 5;

/** Starts to read the document. */
export function createScanner<Reading>(options: ScannerOptions<Reading>): Scanner {
  const { detector, onMentions, signal } = options;
  const treatments = createTreatments(document);
  const kept = createKeptPassages<Reading>();
  const work = createWork();
  const heard = createHeardChanges(work, treatments);
  const observer = new MutationObserver((records) => {
    heard.add(records);
    if (document.visibilityState !== "visible") boundWork();
    wake();
  });
  const roots = new Set<WeakRef<ShadowRoot>>();
  // By host: closed roots are found but once, and read again with what is around them.
  const known = new WeakMap<Element, ShadowRoot>();
  // The walks that went ahead of a first reading, and their roots: what they have read it need not read again.
  const early = new Map<object, Element | ShadowRoot>();
  let isComplete = false;
  let isAwake = false;
  let isUndecided = false;
  // When the slice of work that goes on began, and the ms of those before it: the page's turns are not counted.
  let begun = 0;
  let spent = 0;

  // The document, not its element: pages replace that.
  observer.observe(document, observedChanges);
  readEverything();
  signal.addEventListener("abort", () => {
    observer.disconnect();
    heard.clear();
    kept.clear();
  });
  wake();

  function readEverything(): void {
    kept.clear();
    Object.assign(work, createWork());
    if (document.documentElement) work.whole.add(document.documentElement);
    isUndecided = true;
  }

  /** A page that goes on for hours in a background tab: what it removes again must not be kept alive by our lists. */
  function boundWork(): void {
    for (const _ of heard.note());
    if (work.whole.size + work.own.size + work.stale.size > 1000) readEverything();
  }

  function wake(): void {
    if (!isAwake && !signal.aborted) void run();
  }

  async function run(): Promise<void> {
    isAwake = true;
    try {
      do {
        await whenVisible(signal);
        // The script that has just been read and run has had its turn.
        if (!isComplete) await yieldToPage();
        begun = performance.now();
        spent = 0;
        if (!isComplete && detector.prepare) await take(detector.prepare());
        if (signal.aborted) return;
        await readChanges();
        if (isUndecided && !signal.aborted) await decide();
        if (signal.aborted) return;
        isComplete = true;
        early.clear();
        spent += performance.now() - begun;
        await pause(Math.min(1000, Math.max(16, spent * (share - 1))));
      } while (!signal.aborted && (hasWork(work) || heard.hasMore || isUndecided));
    } catch (error) {
      // A fault of ours is to be seen once, not at every change of the page.
      observer.disconnect();
      throw error;
    } finally {
      isAwake = false;
    }
  }

  function isSliceOver(): boolean {
    return performance.now() > begun + slice;
  }

  async function giveTurn(): Promise<void> {
    spent += performance.now() - begun;
    await yieldToPage();
    await whenVisible(signal);
    begun = performance.now();
  }

  /** Does what comes in steps, with the page's turns between. Undefined after an abort. */
  async function take<Result>(steps: Iterator<undefined, Result>): Promise<Result | undefined> {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      if (isSliceOver()) await giveTurn();
      if (signal.aborted) return undefined;
    }
  }

  async function noteChanges(): Promise<void> {
    heard.add(observer.takeRecords());
    await take(heard.note());
  }

  /** Reads until nothing is left to read, or the signal. */
  async function readChanges(): Promise<void> {
    // The last one goes first.
    const walks: PassageWalk[] = [];
    let isLaidOut = false;
    let isViewShown = isComplete;
    if (!isComplete) {
      // While it is parsed, reading follows close behind, and to ask what is in view would lay all of it out at once.
      void whenParsed(signal)
        .then(afterFrame)
        .then(() => {
          isLaidOut = true;
        });
    }
    let decidedAt = 0;
    for (;;) {
      await noteChanges();
      if (signal.aborted) return;
      dropStale();
      for (const [walk, root] of early) if (isToBeRead(root, work)) early.delete(walk);
      do {
        const job = walks.length > 0 ? undefined : takeJob(work);
        if (job && isReadable(job.root)) walks.push(startWalk(job));
        if (walks.at(-1)?.advance(keep, isSliceOver)) walks.pop();
      } while (!isSliceOver() && walks.length + work.whole.size + work.own.size > 0);
      // A first reading that takes more than a moment goes on with what the window shows.
      if (isLaidOut && walks.length > 0) walks.push(...walksIn(await take(elementsInView())));
      isLaidOut = false;
      // A long first reading shows what it has at growing intervals: weighing it all each time would cost its square.
      const isViewNew = !isViewShown && early.size > 0 && !walks.some((walk) => early.has(walk));
      if (!isComplete && (kept.all.length > decidedAt * 2 || isViewNew)) {
        decidedAt = kept.all.length;
        isViewShown ||= isViewNew;
        await decide();
      }
      if (signal.aborted || (walks.length === 0 && !heard.hasMore && !hasWork(work))) return;
      await giveTurn();
      if (signal.aborted) return;
    }
  }

  function isReadable(root: Element | ShadowRoot): boolean {
    return isConnected(root) && !treatments.isUnread(isShadowRoot(root) ? root.host : root);
  }

  function startWalk({ root, ownOnly }: Job): PassageWalk {
    return walkPassages(root, {
      treatments,
      ownOnly,
      takeOver: (element) => takeOver(element, work),
      onLost: (element) => work.whole.add(element),
      shadowRootOf: (host) => known.get(host) ?? shadowOf(host),
      onShadowRoot: noteShadowRoot,
    });
  }

  function walksIn(elements: readonly Element[] = []): PassageWalk[] {
    const blocks = new Set(elements.map((element) => treatments.blockOf(element)));
    const inView: PassageWalk[] = [];
    for (const root of blocks) {
      if (!root || !isReadable(root)) continue;
      const walk = startWalk({ root, ownOnly: true });
      early.set(walk, root);
      inView.unshift(walk);
    }
    return inView;
  }

  function noteShadowRoot(shadow: ShadowRoot): void {
    work.whole.add(shadow);
    if (known.has(shadow.host)) return;
    known.set(shadow.host, shadow);
    roots.add(new WeakRef(shadow));
    observer.observe(shadow, observedChanges);
  }

  function keep({ text, lang, nodes, starts, block }: Passage, walk: PassageWalk): void {
    const [node] = nodes;
    const place = Math.max(0, -(starts[0] ?? 0));
    const reader = node && early.size > 0 && !early.has(walk) ? kept.at(node, place)?.walk : undefined;
    if (reader && early.has(reader)) return;
    if (kept.replace(nodes, walk)) isUndecided = true;
    const reading = detector.read(text, lang);
    if (reading === undefined) return;
    const box = boxOf(block);
    kept.add({ lang, nodes, starts, block, reading, walk, box, isRendered: isRendered(box), mentions: [] });
    isUndecided = true;
  }

  function dropStale(): void {
    const before = kept.all.length;
    for (const node of work.stale) kept.forget(node);
    if (work.hasRemovals) kept.sweep();
    work.stale.clear();
    work.hasRemovals = false;
    isUndecided ||= kept.all.length !== before;
  }

  /** Weighs all that is kept, and tells of it unless the signal comes. */
  async function decide(): Promise<void> {
    isUndecided = false;
    await take(weighPassages(kept.all, detector.decide));
    // What the page has changed meanwhile is not to be shown as it was.
    await noteChanges();
    if (signal.aborted) return;
    dropStale();
    const telling = onMentions(kept.all);
    if (telling) await take(telling);
  }

  return {
    get isComplete() {
      return isComplete;
    },
    get shadowRoots() {
      const alive: ShadowRoot[] = [];
      for (const reference of roots) {
        const root = reference.deref();
        if (!root) roots.delete(reference);
        else if (root.isConnected) alive.push(root);
      }
      return alive;
    },
    passageAt: (node, offset) => kept.at(node, offset),
    decideAgain() {
      isUndecided = true;
      wake();
    },
    readShadowRoot(shadow) {
      if (known.has(shadow.host) || signal.aborted) return;
      noteShadowRoot(shadow);
      wake();
    },
    reveal(passage) {
      if (passage.isRendered) return;
      passage.isRendered = true;
      isUndecided = true;
      wake();
    },
  };
}
