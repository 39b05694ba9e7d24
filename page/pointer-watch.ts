import type { Hit, Point } from "./hit-test.ts";
import { type Box, holds, isHeadingTo, isPassing, type Sample } from "./intent.ts";
import { keepListening } from "./keep-listening.ts";
import { isElement, isShadowRoot } from "./node-kinds.ts";
import { matches, parentOf } from "./own-members.ts";
import { isOnPressable } from "./pressable.ts";

/** Where the open card and its mention are. */
export interface OpenCard {
  /** The card's box in the window. */
  readonly box: Box;
  /** The boxes of the mention's lines. */
  readonly rects: readonly Box[];
}

export interface PointerOptions {
  hitTest(point: Point): Hit | undefined;
  /** How long the pointer rests before a card opens, in ms. */
  dwell(): number;
  opensBy(): "hover" | "click";
  openCard(): OpenCard | undefined;
  /** Whether an event happened on the card. */
  isOnCard(event: Event): boolean;
  /** A card will probably be wanted soon. */
  onLikely(hit: Hit): void;
  /** It will not, after all. */
  onUnlikely(): void;
  onOpen(hit: Hit): void;
  /** The reader pressed a mention. */
  onPress(hit: Hit): void;
  /** The pointer left the mention and its card, and took its time. */
  onLeave(): void;
  /** A press elsewhere. */
  onPressElsewhere(): void;
  signal: AbortSignal;
}

/** Watches what the reader's pointer means. */
export interface PointerWatch {
  /** The mention under the pointer opens no card until the pointer has been elsewhere. */
  ignoreCurrent(): void;
}

/** How long the pointer may be off both mention and card, in ms. */
const grace = 300;
/** Without a movement for so long, in ms, a pointer that was passing has come to rest. */
const settling = 40;
/** A card is asked for after this rest, in ms, and shown after the reader's own. */
const asking = 150;
/** Starts to watch the window's pointer: mouse and pen, not fingers. Nothing of the page is prevented or changed; untrusted events are ignored. */
export function watchPointer(options: PointerOptions): PointerWatch {
  const { signal } = options;
  let last: Sample | undefined;
  let pending: Hit | undefined;
  let isLikely = false;
  let ignored: Hit | undefined;
  // Its card was asked for, and is not there yet.
  let awaited: Hit | undefined;
  let isPressed = false;
  const settleTimer = createTimer();
  const likelyTimer = createTimer();
  const openTimer = createTimer();
  const closeTimer = createTimer();
  signal.addEventListener("abort", () => {
    forgetPending();
    closeTimer.stop();
  });

  function forgetPending(): void {
    pending = undefined;
    settleTimer.stop();
    likelyTimer.stop();
    openTimer.stop();
    if (isLikely) options.onUnlikely();
    isLikely = false;
    if (awaited && !options.openCard()) options.onLeave();
    awaited = undefined;
  }

  function leaveSoon(): void {
    closeTimer.start(grace, () => {
      options.onLeave();
      // The pointer may have come to rest on another name on its way.
      if (last && options.opensBy() === "hover") consider(last);
    });
  }

  function move(event: PointerEvent): void {
    const from = last;
    const to = { x: event.clientX, y: event.clientY, time: event.timeStamp };
    // Browsers repeat a resting pointer's position after scrolling and layout: only the reader's own moves count.
    if (from && from.x === to.x && from.y === to.y) return;
    last = to;
    isPressed = event.buttons !== 0;
    if (isPressed || isBoundToCard(event, from, to)) {
      forgetPending();
      return;
    }
    if (options.opensBy() !== "hover") return;
    if (awaited?.rects.some((rect) => holds(rect, to))) return;
    if (from && isPassing(from, to)) {
      forgetPending();
      settleTimer.start(settling, () => consider(to));
    } else {
      settleTimer.stop();
      consider(to);
    }
  }

  /** Whether the pointer is on the open card or its mention, or on its way there; else the card is soon left. */
  function isBoundToCard(event: PointerEvent, from: Point | undefined, to: Point): boolean {
    const card = options.openCard();
    if (!card) return false;
    if (options.isOnCard(event) || card.rects.some((rect) => holds(rect, to))) {
      closeTimer.stop();
      return true;
    }
    const isHeading = from !== undefined && isHeadingTo(from, to, card.box);
    if (isHeading) closeTimer.stop();
    if (!closeTimer.isRunning()) leaveSoon();
    return isHeading;
  }

  function consider(at: Sample): void {
    const hit = options.hitTest(at);
    const isIgnored = hit && ignored && isSame(ignored, hit);
    if (!isIgnored) ignored = undefined;
    if (!hit || isPressed || isIgnored) {
      forgetPending();
      return;
    }
    if (pending && isSame(pending, hit)) {
      pending = hit;
      return;
    }
    forgetPending();
    pending = hit;
    const rested = performance.now() - at.time;
    const dwell = Math.max(0, options.dwell() - rested);
    likelyTimer.start(Math.max(0, Math.min(asking, options.dwell()) - rested), () => {
      isLikely = true;
      options.onLikely(hit);
    });
    openTimer.start(dwell, () => openPending(hit));
  }

  function openPending(hit: Hit): void {
    const now = last && options.hitTest(last);
    // The page may have changed beneath the pointer.
    if (now && isSame(now, hit)) {
      pending = undefined;
      isLikely = false;
      awaited = now;
      options.onOpen(now);
    } else {
      forgetPending();
      if (last) consider({ ...last, time: performance.now() });
    }
  }

  function press(event: PointerEvent): void {
    isPressed = true;
    forgetPending();
    ignored = undefined;
    ignorePressed(event);
    if (options.isOnCard(event)) return;
    const open = options.openCard();
    options.onPressElsewhere();
    // A press on the name whose card is open puts that away; on another name it is to open its own.
    const isOnOpen = open?.rects.some((rect) => holds(rect, { x: event.clientX, y: event.clientY })) ?? false;
    if (!isOnOpen && options.opensBy() === "click") ignored = undefined;
  }

  function release(event: MouseEvent): void {
    isPressed = false;
    ignorePressed(event);
  }

  /** Who clicks, drags or selects has other plans with the words under the pointer than to read about them. */
  function ignorePressed(event: MouseEvent): void {
    if (options.opensBy() === "hover") ignored = options.hitTest({ x: event.clientX, y: event.clientY });
  }

  function click(event: MouseEvent): void {
    isPressed = false;
    if (options.opensBy() !== "click") return;
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (options.isOnCard(event) || isOnPressable(event)) return;
    if (getSelection()?.type === "Range") return;
    const hit = options.hitTest({ x: event.clientX, y: event.clientY });
    if (!hit || (ignored && isSame(ignored, hit))) {
      ignored = undefined;
      return;
    }
    options.onPress(hit);
  }

  const listeners: [string, (event: Event) => void][] = [];

  function listen<Type extends keyof WindowEventMap>(
    type: Type,
    listener: (event: WindowEventMap[Type]) => void,
  ): void {
    listeners.push([
      type,
      (event) => {
        // Fingers mean other things by the same events.
        const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
        if (event.isTrusted && !isTouch) listener(event as WindowEventMap[Type]);
      },
    ]);
  }

  listen("pointermove", move);
  listen("pointerdown", press);
  listen("pointerup", release);
  listen("click", click);
  listen("scroll", ({ target }) => {
    // Something else that scrolls, and be it for ever, moves nothing under the pointer.
    if (!pending || (isNode(target) && containsDeep(target, pending.passage.box))) forgetPending();
  });
  listen("wheel", forgetPending);
  listen("dragstart", forgetPending);
  // A drag keeps the pointer's own events to itself.
  listen("dragend", release);
  listen("blur", forgetPending);
  listen("keydown", (event) => {
    if (["Shift", "Control", "Alt", "Meta", "Escape"].includes(event.key)) return;
    // A hand that types moves the mouse beside it a little.
    if (pending) ignored = pending;
    forgetPending();
  });
  listen("pointerout", (event) => {
    // Out of the window, or into a frame, which keeps the pointer's moves to itself.
    if (event.relatedTarget !== null && !isFrame(event.relatedTarget)) return;
    last = undefined;
    forgetPending();
    if (options.openCard() && !closeTimer.isRunning()) leaveSoon();
  });
  keepListening(() => {
    for (const [type, listener] of listeners)
      window.addEventListener(type, listener, { capture: true, passive: true, signal });
  }, signal);

  return {
    ignoreCurrent() {
      forgetPending();
      closeTimer.stop();
      ignored = last && options.hitTest(last);
    },
  };
}

function isFrame(target: EventTarget): boolean {
  return isNode(target) && isElement(target) && matches(target, "iframe,frame,object,embed");
}

function isNode(target: EventTarget | null): target is Node {
  return target instanceof Node;
}

function isSame(a: Hit, b: Hit): boolean {
  return a.passage === b.passage && a.mention.start === b.mention.start && a.mention.card === b.mention.card;
}

/** As `contains`, across shadow roots. */
function containsDeep(outer: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = isShadowRoot(at) ? at.host : parentOf(at)) if (at === outer) return true;
  return false;
}

function createTimer() {
  let id: ReturnType<typeof setTimeout> | undefined;
  return {
    isRunning: () => id !== undefined,
    start(ms: number, act: () => void): void {
      clearTimeout(id);
      id = setTimeout(() => {
        id = undefined;
        act();
      }, ms);
    },
    stop(): void {
      clearTimeout(id);
      id = undefined;
    },
  };
}
