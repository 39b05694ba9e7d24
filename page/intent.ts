import type { Point } from "./hit-test.ts";

/** Where the pointer was, and when (ms, as `Event.timeStamp`). */
export interface Sample extends Point {
  readonly time: number;
}

/** An upright box. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Above this speed, in CSS pixels a ms, a pointer is on its way and not reading. */
const passingSpeed = 0.5;
/** Width of the cone, in degrees, within which a movement is towards the card. */
const corridor = 120;

/** Whether the pointer is passing over what is beneath it. */
export function isPassing(from: Sample, to: Sample): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) > passingSpeed * Math.max(1, to.time - from.time);
}

/** Whether a movement goes towards a box, or along its inside. A pointer that does not move heads nowhere. */
export function isHeadingTo(from: Point, to: Point, box: Box): boolean {
  const moved = { x: to.x - from.x, y: to.y - from.y };
  const length = Math.hypot(moved.x, moved.y);
  if (length === 0) return false;
  if (holds(box, to)) return true;
  // Towards its nearest point, or towards its middle: a wide card is reached at either.
  const goals = [
    { x: clamp(from.x, box.left, box.right), y: clamp(from.y, box.top, box.bottom) },
    { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 },
  ];
  const least = Math.cos(((corridor / 2) * Math.PI) / 180);
  return goals.some((goal) => {
    const way = { x: goal.x - from.x, y: goal.y - from.y };
    const distance = Math.hypot(way.x, way.y);
    return distance === 0 || (moved.x * way.x + moved.y * way.y) / (length * distance) >= least - 1e-9;
  });
}

/** Whether a box holds a point; its edges count. */
export function holds({ left, top, right, bottom }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
