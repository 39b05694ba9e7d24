import { readFileSync } from "node:fs";
import * as v from "valibot";
import { expect, it } from "vitest";
import type { DrawnMap, MapShape } from "#core/pack/drawn-map.ts";
import { drawMap, mapFramesSchema } from "./draw-maps.ts";

const frames = v.parse(mapFramesSchema, JSON.parse(readFileSync("data/map-frames.json", "utf8")));

const places = {
  Kyiv: [30.5, 50.4],
  Simferopol: [34.1, 45.1],
  Sevastopol: [33.6, 44.58],
  Kerch: [36.3, 45.3],
  Donetsk: [37.8, 48],
  Luhansk: [39.3, 48.57],
  Melitopol: [35.37, 46.95],
  Kherson: [32.75, 46.7],
  Moscow: [37.6, 55.7],
  Rostov: [39.7, 47.4],
  Krasnodar: [39, 45.1],
  Tbilisi: [44.8, 41.7],
  Minsk: [27.6, 53.9],
} satisfies Record<string, [number, number]>;
type PlaceName = keyof typeof places;

/** Labels tell where a map has put a place. */
const labels = Object.entries(places).map(([text, at]) => ({ text, at, isCountry: false }));
const drawn = new Map<string, DrawnMap>();

/** Whether the place is inside the shapes of a kind, as the map with these areas draws them. */
function isInside(place: PlaceName, kind: MapShape["kind"], frameName: string, areas: string[]): boolean {
  const key = `${frameName} ${areas}`;
  const frame = frames[frameName];
  if (!frame) throw new Error(`no frame ${frameName}`);
  const map = drawn.get(key) ?? drawMap({ ...frame, labels }, areas, "");
  drawn.set(key, map);
  const at = map.labels.find(({ text }) => text === place);
  return map.shapes.some((shape) => shape.kind === kind && at && holds(shape.path, at.x, at.y));
}

/** By counting the edges to the right of the point, of the paths that `compactPath` writes. */
function holds(path: string, x: number, y: number): boolean {
  let isIn = false;
  for (const ring of path.split("M").slice(1)) {
    const [atX = 0, atY = 0, ...steps] = Array.from(ring.matchAll(/-?\d+/gu), Number);
    const points = [[atX, atY]];
    for (let index = 0; index < steps.length; index += 2) {
      const [lastX = 0, lastY = 0] = points.at(-1) ?? [];
      points.push([lastX + (steps[index] ?? 0), lastY + (steps[index + 1] ?? 0)]);
    }
    for (const [index, [aX = 0, aY = 0]] of points.entries()) {
      const [bX = 0, bY = 0] = points[(index + 1) % points.length] ?? [];
      if (aY > y !== bY > y && x < ((bX - aX) * (y - aY)) / (bY - aY) + aX) isIn = !isIn;
    }
  }
  return isIn;
}

const inUkraine = ["Kyiv", "Simferopol", "Sevastopol", "Kerch", "Donetsk", "Luhansk", "Melitopol", "Kherson"] as const;

it.each(inUkraine)("%s is drawn in Ukraine, not in Russia", (place) => {
  expect(isInside(place, "subject", "europe", ["Ukraine"])).toBe(true);
  expect(isInside(place, "country", "ukraine", ["lviv"])).toBe(true);
  expect(isInside(place, "subject", "eurasia", ["Russia"])).toBe(false);
});

it.each([
  ["Moscow", true],
  ["Rostov", true],
  ["Krasnodar", true],
  ["Tbilisi", false],
  ["Minsk", false],
] as const)("%s in Russia: %s", (place, expected) => {
  expect(isInside(place, "subject", "eurasia", ["Russia"])).toBe(expected);
});

it.each([
  ["Simferopol", "crimea"],
  ["Sevastopol", "crimea"],
  ["Donetsk", "donetsk"],
  ["Luhansk", "luhansk"],
  ["Melitopol", "zaporizhia"],
  ["Kherson", "kherson"],
] as const)("%s is marked in its own region alone", (place, own) => {
  const regions = ["crimea", "donetsk", "luhansk", "zaporizhia", "kherson"];
  expect(regions.filter((region) => isInside(place, "subject", "ukraine", [region]))).toEqual([own]);
});
