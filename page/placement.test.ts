import { describe, expect, it } from "vitest";
import { keepInside, placeCard } from "./placement.ts";

const screen = { width: 1000, height: 800 };
const card = { width: 384, height: 500 };
const line = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 20 });

describe("placeCard", () => {
  it.each([
    ["below the line", line(100, 100), "ltr", { left: 100, top: 126 }],
    ["above where there is no room below", line(100, 700), "ltr", { left: 100, top: 194 }],
    ["kept from the right edge", line(900, 100), "ltr", { left: 608, top: 126 }],
    ["kept from the left edge", line(0, 100), "ltr", { left: 8, top: 126 }],
    ["by the line's right edge where text runs that way", line(700, 100), "rtl", { left: 396, top: 126 }],
    ["lower than it would be, on the roomier side", line(100, 340), "ltr", { left: 100, top: 366 }],
    ["beside an upright line, from its upper end", line(100, 100), "upright", { left: 186, top: 100 }],
    ["on the other side of an upright line", line(700, 500), "upright", { left: 310, top: 292 }],
  ] as const)("%s", (_, at, flow, expected) => {
    expect(placeCard(at, card, screen, flow)).toMatchObject(expected);
  });

  it("lowers a card that is higher than the room above", () => {
    expect(placeCard(line(100, 450), card, screen, "ltr")).toEqual({ left: 100, top: 8, maxHeight: 436 });
  });

  it("never lets a card below reach beyond the window", () => {
    const { top, maxHeight } = placeCard(line(100, 340), card, screen, "ltr");
    expect(top + maxHeight).toBe(792);
  });

  it.each([
    ["right of it", line(100, 160), { left: 186 }],
    ["left of it", line(600, 160), { left: 210 }],
  ])("stands beside the line in a low window: %s", (_, at, expected) => {
    const low = { width: 1000, height: 340 };
    expect(placeCard(at, { width: 384, height: 330 }, low, "ltr")).toMatchObject({
      ...expected,
      top: 8,
      maxHeight: 324,
    });
  });

  it("covers the line only where there is no other room", () => {
    const tiny = { width: 320, height: 300 };
    expect(placeCard(line(100, 140), { width: 304, height: 284 }, tiny, "ltr")).toEqual({
      left: 8,
      top: 8,
      maxHeight: 284,
    });
  });
});

describe("keepInside", () => {
  it.each([
    ["stays while it fits", 200, 500, 200],
    ["moves up as far as it must", 200, 650, 142],
    ["starts at the top when higher than the window", 200, 900, 8],
  ])("%s", (_, top, height, expected) => {
    expect(keepInside(top, { width: 384, height }, screen)).toBe(expected);
  });
});
