import { type Axis, drawChart } from "./chart.ts";
import type { Figures, PageName } from "./lab.ts";
import { peerNames } from "./measures/scans.ts";

const sizes: readonly { page: PageName; units: number }[] = [
  { page: "10kb", units: 1e4 },
  { page: "100kb", units: 1e5 },
  { page: "1mb", units: 1e6 },
  { page: "5mb", units: 5e6 },
  { page: "20mb", units: 2e7 },
];
const counts = [100, 1000, 10_000, 100_000];

/** Cost against the size of the page: straight, where twice the text costs twice. */
export function drawSizes(figures: Figures): string {
  const over = (prefix: string, suffix = "") =>
    sizes.map(({ page, units }) => ({ x: units, y: figures[`${prefix}.${page}${suffix}`] ?? Number.NaN }));
  return drawChart({
    title: "Cost of a scan against the size of the page",
    x: {
      title: "text of the page (UTF-16 units, logarithmic)",
      ticks: [
        { value: 1e4, label: "10 k" },
        { value: 1e5, label: "100 k" },
        { value: 1e6, label: "1 M" },
        { value: 2e7, label: "20 M" },
      ],
    },
    y: milliseconds(-2, 4),
    lines: [
      { label: "Context Cards", role: "ours", points: over("scan", ".bundled") },
      { label: "L0: each unit touched once", role: "limit", points: over("touch") },
    ],
  });
}

/** Cost against the number of names: flat, where names cost nothing. */
export function drawNames(figures: Figures): string {
  const over = (key: (count: number) => string) =>
    counts.map((count) => ({ x: count, y: figures[key(count)] ?? Number.NaN }));
  return drawChart({
    title: "Cost of a scan of 1 MB against the number of names",
    x: { title: "names (logarithmic)", ticks: counts.map((value) => ({ value, label: value.toLocaleString("en") })) },
    y: milliseconds(0, 4),
    lines: [
      { label: "Context Cards", role: "ours", points: over((count) => `scan.1mb.${count}`) },
      { label: "L0: each unit touched once", role: "limit", points: over(() => "touch.1mb") },
      ...peerNames.map((peer) => ({
        label: peer,
        role: "peer" as const,
        points: over((count) => `peer.1mb.${count}.${peer}`),
      })),
    ],
  });
}

function milliseconds(from: number, to: number): Axis {
  const powers = Array.from({ length: to - from + 1 }, (_, at) => 10 ** (from + at));
  const labelOf = (ms: number) => (ms >= 1000 ? `${ms / 1000} s` : `${Number(ms.toPrecision(1))} ms`);
  return { title: "time (logarithmic)", ticks: powers.map((value) => ({ value, label: labelOf(value) })) };
}
