/** Windows this wide, in CSS pixels, or narrower have their cards as sheets. */
const narrow = 600;
/** A sheet pushed down so far, in CSS pixels, or so fast, in CSS pixels a ms, goes. */
const far = 96;
const fast = 0.5;
/** A finger that rests trembles by less, in CSS pixels. */
const slop = 4;

/** Whether a card has its place at the window's lower edge. A frame's lower edge may be far out of sight. */
export function isSheetRoom(): boolean {
  const { width, scale } = visible();
  return window === window.top && width * scale <= narrow;
}

/** Lays the frame at the lower edge of what the reader sees of the window, in a size that can be read there. */
export function layAtFoot(frame: HTMLElement): void {
  const { width, height, offsetLeft, offsetTop, scale } = visible();
  // Pages without a width of their own for small windows are shown small as a whole.
  const zoom = 1 / Math.min(1, scale);
  frame.style.zoom = String(Number(frame.style.zoom || 1) * zoom);
  frame.style.inlineSize = `${width / zoom}px`;
  const card = frame.firstElementChild;
  if (card instanceof HTMLElement) card.style.maxHeight = `${Math.round((height * 0.7) / zoom)}px`;
  frame.style.left = `${offsetLeft / zoom}px`;
  frame.style.top = `${(offsetTop + height - frame.getBoundingClientRect().height) / zoom}px`;
}

/** Lets a finger push the sheet down by its head, or by its text when that is at its beginning. */
export function swipeAway(frame: HTMLElement, onAway: () => void): void {
  let start: Touch | undefined;
  let startedAt = 0;
  let by = 0;

  frame.addEventListener(
    "touchstart",
    ({ touches, timeStamp }) => {
      start = touches.length === 1 ? touches[0] : undefined;
      startedAt = timeStamp;
      by = 0;
    },
    { passive: true },
  );
  frame.addEventListener(
    "touchmove",
    (event) => {
      const [touch] = event.touches;
      if (!start || !touch || !event.isTrusted) return;
      const down = touch.clientY - start.clientY;
      if (by === 0 && Math.abs(down) < slop) return;
      if (by === 0 && !(isPush(start, touch) && isMovable(frame, event.target))) {
        start = undefined;
        return;
      }
      by = Math.max(1, down);
      if (event.cancelable) event.preventDefault();
      frame.style.translate = `0 ${by}px`;
    },
    { passive: false },
  );
  for (const type of ["touchend", "touchcancel"] as const) {
    frame.addEventListener(type, ({ timeStamp }) => {
      frame.style.translate = "";
      const isAway = by > far || by / Math.max(1, timeStamp - startedAt) > fast;
      if (start && type === "touchend" && isAway) onAway();
      start = undefined;
      by = 0;
    });
  }
}

function isPush(from: Touch, to: Touch): boolean {
  return to.clientY - from.clientY > Math.abs(to.clientX - from.clientX);
}

function isMovable(frame: HTMLElement, target: EventTarget | null): boolean {
  const card = frame.firstElementChild;
  const isOnHead = target instanceof Element && target.closest(".head") !== null;
  return isOnHead || (card?.scrollTop ?? 0) <= 0;
}

function visible(): Pick<VisualViewport, "width" | "height" | "offsetLeft" | "offsetTop" | "scale"> {
  return window.visualViewport ?? { width: innerWidth, height: innerHeight, offsetLeft: 0, offsetTop: 0, scale: 1 };
}
