import type { Hit, Point } from "./hit-test.ts";
import { keepListening } from "./keep-listening.ts";
import { isOnPressable } from "./pressable.ts";

export interface TouchOptions {
  hitTest(point: Point): Hit | undefined;
  hasCard(): boolean;
  /** Whether an event happened on the card. */
  isOnCard(event: Event): boolean;
  /** Whether a long press on a link's or a button's name is for its card, and not for the browser's menu. */
  opensByLongPress(): boolean;
  /** A mention was tapped; or, on what does something of its own when it is tapped, pressed for long. */
  onOpen(hit: Hit): void;
  /** A tap elsewhere. */
  onTapElsewhere(): void;
  signal: AbortSignal;
}

/** For how long after a card was opened by a tap a second one is none on the card, in ms: it was meant for the page. */
const doubleTap = 350;

/**
 * Watches what the reader's fingers mean. What is a tap, a long press, a scroll or a pinch is left to the browser to tell;
 * untrusted events are ignored.
 */
export function watchTouch(options: TouchOptions): void {
  const { signal } = options;
  // Whether the touch that is under way may become a tap.
  let isTap = false;
  let hasOpened = false;
  let openedAt = Number.NEGATIVE_INFINITY;

  function open(hit: Hit, event: Event): void {
    openedAt = event.timeStamp;
    options.onOpen(hit);
  }

  function begin(event: PointerEvent): void {
    if (event.pointerType !== "touch") return;
    isTap = event.isPrimary;
    if (event.isPrimary) hasOpened = false;
  }

  /** With a card open a tap elsewhere puts it away, and does nothing else: neither click nor focus comes of it. */
  function end(event: TouchEvent): void {
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
    // What ends a long press is no tap; nor is a tap's double one on what has just come up under the finger.
    if (hasOpened || (isOnCard && event.timeStamp - openedAt < doubleTap)) {
      swallow(event);
      return;
    }
    if (isOnCard || isOnPressable(event) || getSelection()?.type === "Range") return;
    const hit = options.hitTest({ x: event.clientX, y: event.clientY });
    if (hit) open(hit, event);
  }

  /** Browsers tell of a long press by asking for a menu. Elsewhere than on a link's name it remains theirs. */
  function pressLong(event: MouseEvent): void {
    if (!isTouch(event) || !options.opensByLongPress() || options.isOnCard(event) || !isOnPressable(event)) return;
    const hit = options.hitTest({ x: event.clientX, y: event.clientY });
    if (!hit) return;
    swallow(event);
    hasOpened = true;
    open(hit, event);
  }

  const listen = <Type extends keyof WindowEventMap>(type: Type, listener: (event: WindowEventMap[Type]) => void) => {
    const trusted = (event: WindowEventMap[Type]) => event.isTrusted && listener(event);
    keepListening(() => window.addEventListener(type, trusted, { capture: true, passive: false, signal }), signal);
  };
  listen("pointerdown", begin);
  listen("pointercancel", ({ pointerType }) => {
    if (pointerType === "touch") isTap = false;
  });
  listen("touchend", end);
  listen("click", click);
  listen("contextmenu", pressLong);
}

function isTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === "touch";
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
