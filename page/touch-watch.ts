import type { Hit, Point } from "./hit-test.ts";
import { keepListening } from "./keep-listening.ts";
import { isOnPressable } from "./pressable.ts";

export interface TouchOptions {
  hitTest(point: Point): Hit | undefined;
  hasCard(): boolean;
  /** Whether an event happened on the card. */
  isOnCard(event: Event): boolean;
  /** A mention was tapped; or, on what does something of its own when it is tapped, pressed for long. */
  onOpen(hit: Hit): void;
  /** A tap elsewhere. */
  onTapElsewhere(): void;
  signal: AbortSignal;
}

/** For how long after a card was opened by a tap a second one is none on the card, in ms: it was meant for the page. */
const doubleTap = 350;
/**
 * A finger held still on a link's name for so long, in ms, is a long press. Of this alone the browsers' own word is not waited
 * for: some ask for a menu sooner, some only once the finger is lifted, and where a page forbids it some never do.
 */
const longPress = 500;
/** A finger that is held still trembles by less, in CSS pixels. */
const slop = 10;

/**
 * Watches what the reader's fingers mean. What is a tap, a scroll or a pinch is left to the browser to tell; untrusted
 * events are ignored.
 */
export function watchTouch(options: TouchOptions): void {
  const { signal } = options;
  // Whether the touch that is under way may become a tap.
  let isTap = false;
  // Where it is held on what does something of its own when it is tapped.
  let held: Point | undefined;
  let holding: ReturnType<typeof setTimeout> | undefined;
  // Whether it was a long press, and has opened a card.
  let hasOpened = false;
  let openedAt = Number.NEGATIVE_INFINITY;
  signal.addEventListener("abort", release);

  function open(hit: Hit): void {
    openedAt = performance.now();
    options.onOpen(hit);
  }

  function begin(event: PointerEvent): void {
    release();
    isTap = event.isPrimary;
    if (!event.isPrimary) return;
    hasOpened = false;
    if (options.isOnCard(event) || !isOnPressable(event)) return;
    const at = { x: event.clientX, y: event.clientY };
    held = at;
    holding = setTimeout(() => pressLong(at), longPress);
  }

  function move({ clientX, clientY }: PointerEvent): void {
    if (held && Math.hypot(clientX - held.x, clientY - held.y) > slop) release();
  }

  function release(): void {
    held = undefined;
    clearTimeout(holding);
  }

  function pressLong(at: Point): void {
    release();
    const hit = options.hitTest(at);
    if (!hit) return;
    hasOpened = true;
    open(hit);
  }

  /** With a card open a tap elsewhere puts it away, and does nothing else: neither click nor focus comes of it. */
  function end(event: TouchEvent): void {
    // What ends a long press is no tap.
    if (hasOpened && event.cancelable) event.preventDefault();
    const [touch] = event.changedTouches;
    if (!isTap || !touch || !event.cancelable || !options.hasCard() || options.isOnCard(event)) return;
    const isForAnother = options.hitTest({ x: touch.clientX, y: touch.clientY }) && !isOnPressable(event);
    if (isForAnother || hasOpened) return;
    event.preventDefault();
    options.onTapElsewhere();
  }

  function click(event: MouseEvent): void {
    if (!isTouch(event)) return;
    const isOnCard = options.isOnCard(event);
    // Nor is a tap's double one meant for what has just come up under the finger.
    if (hasOpened || (isOnCard && event.timeStamp - openedAt < doubleTap)) {
      swallow(event);
      return;
    }
    if (isOnCard || isOnPressable(event) || getSelection()?.type === "Range") return;
    const hit = options.hitTest({ x: event.clientX, y: event.clientY });
    if (hit) open(hit);
  }

  /** The browser's menu, for which it may ask before or after: elsewhere than on a link's name it comes. */
  function askForMenu(event: MouseEvent): void {
    if (!isTouch(event)) return;
    if (!hasOpened && !options.isOnCard(event) && isOnPressable(event))
      pressLong({ x: event.clientX, y: event.clientY });
    if (hasOpened) swallow(event);
  }

  const listen = <Type extends keyof WindowEventMap>(type: Type, listener: (event: WindowEventMap[Type]) => void) => {
    const trusted = (event: WindowEventMap[Type]) => event.isTrusted && listener(event);
    keepListening(() => window.addEventListener(type, trusted, { capture: true, passive: false, signal }), signal);
  };
  const listenToFinger = (
    type: "pointerdown" | "pointermove" | "pointerup" | "pointercancel",
    listener: (event: PointerEvent) => void,
  ) => listen(type, (event) => isTouch(event) && listener(event));
  listenToFinger("pointerdown", begin);
  listenToFinger("pointermove", move);
  listenToFinger("pointerup", release);
  listenToFinger("pointercancel", () => {
    release();
    isTap = false;
  });
  listen("touchend", end);
  listen("click", click);
  listen("contextmenu", askForMenu);
}

function isTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === "touch";
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
