import { describe, expect, it } from "vitest";
import { isHeadingTo, isPassing } from "./intent.ts";

const at = (x: number, y: number, time = 0) => ({ x, y, time });

describe("isPassing", () => {
  it.each([
    ["a resting hand", at(100, 100, 0), at(101, 100, 16), false],
    ["slow reading", at(100, 100, 0), at(107, 100, 16), false],
    ["a stroke across the page", at(100, 100, 0), at(120, 108, 16), true],
    ["two events of the same moment, close together", at(100, 100, 16), at(100.4, 100, 16), false],
    ["two events of the same moment, far apart", at(100, 100, 16), at(130, 100, 16), true],
    ["a long way in a long time", at(100, 100, 0), at(300, 100, 900), false],
  ])("%s", (_, from, to, expected) => {
    expect(isPassing(from, to)).toBe(expected);
  });
});

describe("isHeadingTo", () => {
  const card = { left: 200, top: 200, right: 584, bottom: 600 };
  it.each([
    ["straight down to it", at(300, 150), at(300, 160), true],
    ["aslant, towards its far end", at(210, 150), at(230, 156), true],
    ["along the line above it", at(300, 190), at(320, 190), false],
    ["along the line above it, towards its middle", at(210, 150), at(230, 150), true],
    ["away from it", at(300, 160), at(300, 150), false],
    ["from its left, to the right", at(100, 400), at(110, 402), true],
    ["from its left, to the left", at(100, 400), at(90, 400), false],
    ["inside it", at(300, 300), at(290, 280), true],
    ["at rest", at(300, 150), at(300, 150), false],
  ])("%s", (_, from, to, expected) => {
    expect(isHeadingTo(from, to, card)).toBe(expected);
  });
});
