import type { GeoContext } from "d3-geo";

type Point = readonly [x: number, y: number];

/** Nearer points of a line than this, in units, are one. */
const nearest = 1.5;

/**
 * What `draw` draws, as a short SVG path: whole units, relative lines. Closed rings of less than `smallest` square
 * units are left out.
 */
export function compactPath(draw: (context: GeoContext) => void, smallest: number): string {
  const lines: { points: Point[]; isClosed: boolean }[] = [];
  draw({
    beginPath() {},
    moveTo: (x, y) => void lines.push({ points: [[x, y]], isClosed: false }),
    lineTo: (x, y) => void lines.at(-1)?.points.push([x, y]),
    arc() {},
    closePath() {
      const line = lines.at(-1);
      if (line) line.isClosed = true;
    },
  });
  return lines
    .filter(({ points, isClosed }) => !isClosed || areaOf(points) >= smallest)
    .map(({ points, isClosed }) => lineOf(thinned(points), isClosed))
    .join("");
}

function lineOf([first, ...rest]: readonly Point[], isClosed: boolean): string {
  if (!first || rest.length < (isClosed ? 2 : 1)) return "";
  let [x, y] = first;
  const steps = rest.map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${first.join(" ")}l${steps.join(" ")}${isClosed ? "z" : ""}`.replaceAll(" -", "-");
}

function thinned(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [index, [exactX, exactY]] of points.entries()) {
    const [x, y] = [Math.round(exactX), Math.round(exactY)];
    const last = kept.at(-1);
    const isEnd = index === points.length - 1;
    if (!last || Math.hypot(x - last[0], y - last[1]) > nearest || (isEnd && (x !== last[0] || y !== last[1]))) {
      kept.push([x, y]);
    }
  }
  return kept;
}

function areaOf(points: readonly Point[]): number {
  let twice = 0;
  for (const [index, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}
