import type { Figures } from "./lab.ts";
import { peerNames } from "./measures/scans.ts";

/** One figure of a budget and the most it may be. */
interface Part {
  label: string;
  value(figures: Figures): number;
  most: number;
  /** What stands behind the number. */
  unit: string;
  digits?: number;
}

/** A line of the table: what the extension may cost. */
export interface Budget {
  number: string;
  what: string;
  parts: Part[];
}

/** A part with its figure; `met` is undefined where it was not measured. */
export interface Verdict {
  label: string;
  value: number;
  most: number;
  met: boolean | undefined;
  figure: string;
  target: string;
}

const l0 = "× L0";

/** The budgets, in the order of the table. */
export const budgets: readonly Budget[] = [
  {
    number: "1",
    what: "scan with the bundled names, warm",
    parts: [
      { label: "a news page", value: ratio("scan.news.bundled", "touch.news"), most: 2, unit: l0 },
      { label: "1 MB", value: ratio("scan.1mb.bundled", "touch.1mb"), most: 2, unit: l0 },
    ],
  },
  {
    number: "2",
    what: "scan with 100,000 names, warm",
    parts: [
      { label: "1 MB", value: ratio("scan.1mb.100000", "touch.1mb"), most: 2.8, unit: l0 },
      { label: "20 MB", value: ratio("scan.20mb.100000", "touch.20mb"), most: 2.8, unit: l0 },
      { label: "1 MB", value: ratio("scan.1mb.100000", "scan.1mb.1000"), most: 1.4, unit: "× with 1,000" },
      { label: "20 MB", value: ratio("scan.20mb.100000", "scan.20mb.1000"), most: 1.4, unit: "× with 1,000" },
    ],
  },
  {
    number: "3",
    what: "growth with size, for each MB",
    parts: [
      {
        label: "20 MB",
        value: (f) => of(f, "scan.20mb.bundled") / 20 / of(f, "scan.1mb.bundled"),
        most: 1.25,
        unit: "× at 1 MB",
      },
    ],
  },
  {
    number: "4",
    what: "scan with 10,000 names, 1 MB",
    parts: [
      {
        label: "",
        value: (f) => of(f, "scan.1mb.10000") / Math.min(...npmPeers.map((peer) => of(f, `peer.1mb.10000.${peer}`))),
        most: 0.75,
        unit: "× the best of npm with the Highlight API",
      },
    ],
  },
  {
    number: "5",
    what: "600 names on a news page, marked and laid out",
    parts: [
      { label: "", value: ratio("marked.news.600", "wrapped.news.600"), most: 0.01, unit: "× mark.js", digits: 3 },
    ],
  },
  {
    number: "6",
    what: "a first page, cold: load, scan, marks",
    parts: [
      { label: "", value: ratio("cold.news.bundled", "cold.touch.news"), most: 4, unit: "× cold L0" },
      { label: "100,000 names", value: ratio("cold.news.100000", "cold.news.bundled"), most: 1.4, unit: "× bundled" },
    ],
  },
  {
    number: "7",
    what: "a page with none of our names",
    parts: [
      { label: "news", value: ratio("leave.nameless", "touch.nameless"), most: 0.6, unit: l0 },
      {
        label: "menus of languages",
        value: ratio("leave.nameless-menus", "touch.nameless-menus"),
        most: 0.6,
        unit: l0,
      },
      { label: "1 MB", value: ratio("leave.nameless-1mb", "touch.nameless-1mb"), most: 0.6, unit: l0 },
    ],
  },
  {
    number: "8",
    what: "layout forced by marking 10,000",
    parts: [{ label: "", value: (f) => of(f, "marks.layouts.count"), most: 0, unit: "layouts", digits: 0 }],
  },
  {
    number: "9",
    what: "frame after an unrelated change, 10,000 mentions",
    parts: [
      { label: "", value: (f) => of(f, "frame.bundled") - of(f, "frame.none"), most: 2.5, unit: "ms more" },
      { label: "", value: ratio("frame.bundled", "frame.none"), most: 2.5, unit: "× with none" },
    ],
  },
  {
    number: "10",
    what: "the page’s own changes, 10,000 mentions",
    parts: [{ label: "", value: ratio("dom.bundled", "dom.none"), most: 1.2, unit: "× with none" }],
  },
  {
    number: "11",
    what: "text read again, 1,000 paragraphs appended",
    parts: [{ label: "", value: (f) => of(f, "changes.append.share"), most: 1.1, unit: "× their length" }],
  },
  {
    number: "12",
    what: "hit-test per pointer move, 10,000 mentions",
    parts: [{ label: "", value: ratio("hit.ours", "hit.elementFromPoint"), most: 1.3, unit: "× elementFromPoint" }],
  },
  {
    number: "13",
    what: "added to a page’s load",
    parts: [
      { label: "longest task, 20 MB", value: (f) => of(f, "longest.20mb"), most: 16, unit: "ms", digits: 1 },
      { label: "blocking, news", value: (f) => of(f, "blocking.news"), most: 0, unit: "ms", digits: 1 },
    ],
  },
  {
    number: "14",
    what: "content script, gzip",
    parts: [
      { label: "in every page", value: (f) => of(f, "script.gzip.bytes") / 1000, most: 40, unit: "kB", digits: 1 },
      { label: "with the names", value: (f) => of(f, "reader.gzip.bytes") / 1000, most: 40, unit: "kB", digits: 1 },
    ],
  },
  {
    number: "15",
    what: "heap added to a news page",
    parts: [
      { label: "", value: (f) => of(f, "heap.news.bytes") / 1e6, most: 3, unit: "MB", digits: 1 },
      {
        label: "100,000 names",
        value: (f) => of(f, "heap.news.100000.bytes") / 1e6,
        most: 12,
        unit: "MB",
        digits: 1,
      },
    ],
  },
  {
    number: "16",
    what: "rest on a name to card painted, after the delay",
    parts: [
      { label: "", value: (f) => of(f, "card.frames.count"), most: 2, unit: "frames", digits: 1 },
      { label: "", value: (f) => of(f, "card.messages.count"), most: 1, unit: "message", digits: 0 },
    ],
  },
  {
    number: "17",
    what: "look-up, the slowest of eight searches",
    parts: [
      { label: "", value: (f) => share(f, "lookUp.bundled"), most: 1, unit: "of a frame" },
      { label: "100,000 names", value: (f) => share(f, "lookUp.100000"), most: 1, unit: "of a frame" },
    ],
  },
];

/** What a line's figures are, and whether they are within its budget. */
export function judge({ parts }: Budget, figures: Figures): Verdict[] {
  return parts.map(({ label, value, most, unit, digits = 2 }) => {
    const measured = value(figures);
    const shown = Number.isNaN(measured) ? "–" : measured.toFixed(digits);
    return {
      label,
      value: measured,
      most,
      // What is shown decides: nobody should read “2.00, missed 2.00”.
      met: Number.isNaN(measured) ? undefined : Number(shown) <= most,
      figure: Number.isNaN(measured) ? shown : `${shown} ${unit}`,
      target: `≤ ${most} ${unit}`,
    };
  });
}

const npmPeers = peerNames.filter((peer) => peer !== "one RegExp");

function of(figures: Figures, key: string): number {
  return figures[key] ?? Number.NaN;
}

function ratio(part: string, whole: string): (figures: Figures) => number {
  return (figures) => of(figures, part) / of(figures, whole);
}

function share(figures: Figures, key: string): number {
  return of(figures, key) / (1000 / 60);
}
