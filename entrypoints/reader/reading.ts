import type { PassageReading } from "#core/detect/read-passage.ts";
import type { DigestEntry, JumpAnswer, WalkAct, WalkAnswer } from "#core/messages.ts";
import type { Settings } from "#core/settings/settings.ts";
import { frameElement, framePath } from "#page/frame-path.ts";
import { createHitTest } from "#page/hit-test.ts";
import { createJumps } from "#page/jumps.ts";
import type { KeptPassage } from "#page/kept-passages.ts";
import { createMarks, type Marked } from "#page/marks.ts";
import { type Found, rectsOf, wordsAround } from "#page/mention-range.ts";
import { createMentionWalk } from "#page/mention-walk.ts";
import { watchPointer } from "#page/pointer-watch.ts";
import { isShown } from "#page/rendering.ts";
import { createScanner } from "#page/scanner.ts";
import { selectedWords } from "#page/selected-words.ts";
import { searchShadowRoots } from "#page/shadow-search.ts";
import { watchTouch } from "#page/touch-watch.ts";
import { askBackground, OrphanedError } from "#platform/messaging.ts";
import { isOrphaned } from "#platform/orphan.ts";
import { shadowRootOf } from "#platform/shadow-roots.ts";
import { browserWords } from "#platform/words.ts";
import markStyles from "../content/style.css?inline";
import { createCardSession } from "./card-session.ts";
import { createDetector } from "./create-detector.ts";

/** A document that is being read and marked. */
export interface Reading {
  /** Whether all of it has been read once. */
  readonly isComplete: boolean;
  apply(settings: Settings): void;
  /** What it holds, in the order of first mentions. */
  digest(): DigestEntry[];
  /** Scrolls to a card's `index`th mention, wrapping. */
  jumpTo(card: string, index: number): JumpAnswer;
  /** Scrolls to the element of the `index`th frame in this window. */
  showFrame(index: number): void;
  jumpBack(): void;
  /** Takes a step of the walk from mention to mention by the keyboard. */
  walk(act: WalkAct): Promise<WalkAnswer>;
  /** Gives the open card the focus, or closes one level of it. False where there is none to do it with. */
  useCard(act: "focus" | "close"): boolean;
  /** Opens a card over what is selected in the window; false where nothing of it is seen. */
  openAtSelection(card: string): boolean;
}

/** How long a mention that was jumped to stays lit, in ms. */
const flash = 1600;

/** Starts to read, mark and explain the document, until the signal. */
export function startReading(first: Settings, signal: AbortSignal, onOrphaned: () => void): Reading {
  let settings = first;
  let passages: readonly KeptPassage<PassageReading>[] = [];
  let marked: readonly Marked[] = [];
  let jumpedTo: Found | undefined;
  let flashing: ReturnType<typeof setTimeout> | undefined;

  const words = browserWords();
  const detector = createDetector(() => settings, words);
  const scanner = createScanner({
    detector,
    *onMentions(found) {
      const next = yield* takeEach(settings.mentions === "first" ? firstOfEach(found) : allOf(found));
      yield* marks.show(next);
      passages = found;
      marked = next;
      session.follow();
    },
    signal,
  });
  searchShadowRoots({
    shadowRootOf,
    shadowRoots: () => scanner.shadowRoots,
    onFound: scanner.readShadowRoot,
    signal,
  });
  const marks = createMarks({
    style: settings.markStyle,
    // Firefox alone keeps a document's `::highlight()` rules out of shadow trees.
    shadowStyles: import.meta.env.FIREFOX ? markStyles : undefined,
    onReveal: scanner.reveal,
    signal,
  });
  const hitTest = createHitTest({
    passageAt: scanner.passageAt,
    mentionsOf: marks.mentionsOf,
    marksIn: marks.marksIn,
    shadowRoots: () => scanner.shadowRoots,
  });
  const session = createCardSession({
    words,
    look: () => settings,
    onAnchor: light,
    onDismiss: () => pointer.ignoreCurrent(),
    onOrphaned,
    onFocusElsewhere: () => void askFrame([], "refocus"),
    signal,
  });
  const pointer = watchPointer({
    hitTest,
    dwell: () => settings.dwell,
    opensBy: () => settings.openBy,
    openCard: session.openCard,
    isOnCard: session.isOnCard,
    onLikely: session.prepare,
    onUnlikely: session.unprepare,
    // A card whose dwell began before the extension was replaced.
    onOpen: (hit) => (isOrphaned() ? onOrphaned() : session.open(hit)),
    onPress: (hit) => session.openAnew(hit),
    onLeave: session.leave,
    onPressElsewhere: session.dismiss,
    signal,
  });
  watchTouch({
    hitTest,
    hasCard: () => session.anchor() !== undefined,
    isOnCard: session.isOnCard,
    onOpen: (hit) => (isOrphaned() ? onOrphaned() : session.openAnew(hit, "touch")),
    onTapElsewhere: session.dismiss,
    signal,
  });
  const jumps = createJumps();
  const walk = createMentionWalk({
    mentions: () => marked.flatMap(({ passage, mentions }) => mentions.map((mention) => ({ passage, mention }))),
    isSeen,
    jumps,
    onLight() {
      session.giveWay();
      light();
    },
    onOpen: (found) => session.openAnew(found),
    askInside: (index, act) => askFrame([...framePath(), index], act),
    signal,
  });

  function light(): void {
    marks.activate(jumpedTo ?? walk.lit ?? session.anchor());
  }

  /** Whether a mention would be under the pointer, were that in the middle of its first line. */
  function isSeen(found: Found): boolean {
    const [line] = rectsOf(found);
    const middle = line && { x: (line.left + line.right) / 2, y: (line.top + line.bottom) / 2 };
    return middle !== undefined && hitTest(middle)?.mention === found.mention;
  }

  async function askFrame(path: number[], act: WalkAct): Promise<WalkAnswer | undefined> {
    try {
      return await askBackground("walkInFrame", { path, act });
    } catch (error) {
      if (error instanceof OrphanedError) onOrphaned();
      return undefined;
    }
  }

  function flashAt(found: Found): void {
    jumpedTo = found;
    clearTimeout(flashing);
    flashing = setTimeout(() => {
      jumpedTo = undefined;
      light();
    }, flash);
    marks.activate(found);
  }

  return {
    get isComplete() {
      return scanner.isComplete;
    },
    apply(next) {
      const before = settings;
      settings = next;
      if (next.markStyle !== before.markStyle) marks.setStyle(next.markStyle);
      if (choiceOf(next) !== choiceOf(before)) scanner.decideAgain();
      session.refresh();
    },
    digest() {
      const entries = new Map<string, DigestEntry>();
      for (const found of shownMentions(passages)) {
        const { card } = found.mention;
        const known = entries.get(card);
        if (known) known.count += 1;
        else entries.set(card, { card, count: 1, first: wordsAround(found) });
      }
      return [...entries.values()];
    },
    jumpTo(card, index) {
      const found = shownMentions(passages).filter(({ mention }) => mention.card === card);
      const goal = found[index % Math.max(1, found.length)];
      if (!goal) return { count: 0 };
      jumps.to(goal);
      flashAt(goal);
      const why = detector.explain(passages, goal);
      return { count: found.length, ...(why && { why }) };
    },
    showFrame(index) {
      const element = frameElement(index, scanner.shadowRoots);
      if (element) jumps.toElement(element);
    },
    jumpBack: jumps.back,
    walk: walk.take,
    useCard(act) {
      const anchor = session.anchor();
      // A pinned card may be open while the reader has gone on to another name.
      if (!anchor || (act === "focus" && walk.lit && walk.lit.mention !== anchor.mention)) return false;
      if (act === "focus") session.focus();
      else session.goOut();
      return true;
    },
    openAtSelection(card) {
      const found = selectedWords(card, scanner.shadowRoots);
      const rects = found ? rectsOf(found) : [];
      const line = rects.find(({ top, bottom }) => bottom > 0 && top < innerHeight);
      if (!found || !line) return false;
      session.openAnew({ ...found, rects, line });
      return true;
    },
  };
}

/** What marks hang on beside the page. */
function choiceOf({ scope, kinds, muted, mentions }: Settings): string {
  return JSON.stringify([scope, kinds, muted, mentions]);
}

function* allOf(passages: readonly KeptPassage[]): Generator<Marked> {
  for (const passage of passages) yield { passage, mentions: passage.mentions };
}

function* firstOfEach(passages: readonly KeptPassage[]): Generator<Marked> {
  const seen = new Set<string>();
  for (const passage of passages) {
    const mentions = passage.mentions.filter(({ card, start }) => {
      if (seen.has(card) || !isShown(passage, start)) return false;
      seen.add(card);
      return true;
    });
    yield { passage, mentions };
  }
}

/** All that comes, one a step. */
function* takeEach<Item>(items: Iterable<Item>): Generator<undefined, Item[]> {
  const taken: Item[] = [];
  for (const item of items) {
    taken.push(item);
    yield;
  }
  return taken;
}

function shownMentions(passages: readonly KeptPassage[]): Found[] {
  return passages.flatMap((passage) =>
    passage.mentions.filter(({ start }) => isShown(passage, start)).map((mention) => ({ passage, mention })),
  );
}
