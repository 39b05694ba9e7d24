/** One shape of a map: `d` of an SVG path. Drawn in the order given. */
export interface MapShape {
  /** `land` under all; `country`, the one that holds the marked places; `subject`, what the card is about. */
  kind: "land" | "border" | "country" | "subject";
  path: string;
}

/** A small map, drawn when the packs are compiled; all measures in the units of its view box. */
export interface DrawnMap {
  width: number;
  height: number;
  /** What it shows, in a sentence: its name for those who do not see it, its caption for the others. */
  caption: string;
  shapes: MapShape[];
  /** Words around the point `x`, `y`. */
  labels: { text: string; x: number; y: number; isCountry: boolean }[];
}
