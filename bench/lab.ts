import type { BrowserContext } from "@playwright/test";
import type { World } from "./open-world.ts";

/** What was measured, by key: `scan.news.bundled`, in ms unless the key's last part says otherwise. */
export type Figures = Record<string, number>;

/** What measures work with. */
export interface Lab {
  readonly project: string;
  /** The built extension, unpacked. */
  readonly built: string;
  /** The extension that only measures, unpacked. */
  readonly measuring: string;
  readonly figures: Figures;
  /** How often to repeat what would be repeated `times` times. */
  rounds(times: number): number;
  /** The address of a generated page, for one of the ways that the measuring extension treats pages. */
  address(way: string, page: PageName): string;
  /** A browser with one of the extensions, or none; one stays open for each. */
  browser(folder: string | undefined): Promise<BrowserContext>;
  /** A page in the measuring extension's world. */
  open(way: string, page: PageName): Promise<World>;
  /** Tells the person at the terminal. */
  say(what: string): void;
}

/** The generated pages: by size of their text, or by what they are for. */
export type PageName =
  | "10kb"
  | "news"
  | "100kb"
  | "1mb"
  | "5mb"
  | "20mb"
  | "nameless"
  | "nameless-menus"
  | "nameless-1mb"
  | "dense"
  | "article";

/** One subject of interleaved runs; answers its sample, and the key it belongs to. */
export interface Subject {
  key: string;
  sample(): Promise<number>;
}

/** Runs all subjects in turns, `warmups` rounds for nothing first; the medians go to the figures. */
export async function interleave(
  lab: Lab,
  rounds: number,
  warmups: number,
  subjects: readonly Subject[],
): Promise<void> {
  const samples = new Map<string, number[]>(subjects.map(({ key }) => [key, []]));
  for (let round = -warmups; round < rounds; round++) {
    for (const { key, sample } of subjects) {
      const value = await sample();
      if (round >= 0) samples.get(key)?.push(value);
    }
  }
  for (const [key, values] of samples) lab.figures[key] = median(values);
}

/** The middle one of the values, or the mean of the two in the middle. NaN where there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}
