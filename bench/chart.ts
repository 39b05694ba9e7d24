/** A line of a chart. */
export interface Line {
  label: string;
  points: readonly { x: number; y: number }[];
  /** `ours` is drawn strongest, `limit` dashed, `peer` thin. */
  role: "ours" | "limit" | "peer";
}

/** An axis on a logarithmic scale, between powers of ten or other round values. */
export interface Axis {
  title: string;
  ticks: readonly { value: number; label: string }[];
}

export interface Chart {
  title: string;
  x: Axis;
  y: Axis;
  lines: readonly Line[];
}

const width = 760;
const height = 420;
const plot = { left: 76, right: 560, top: 48, bottom: 356 };
const lineHeight = 17;

/** The chart as an SVG picture that follows the reader's light or dark theme. */
export function drawChart({ title, x, y, lines }: Chart): string {
  const across = scale(x, plot.left, plot.right);
  const up = scale(y, plot.bottom, plot.top);
  const drawn = lines
    .map(({ label, role, points }) => ({
      label,
      role,
      at: points.filter((point) => point.y > 0).map((point) => ({ x: across(point.x), y: up(point.y) })),
    }))
    .filter(({ at }) => at.length > 0);
  const labels = spread(drawn.map(({ at }) => at.at(-1)?.y ?? 0));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${encode(title)}">
<style>${style}</style>
<text class="title" x="${plot.left}" y="24">${encode(title)}</text>
${x.ticks.map(({ value, label }) => verticalTick(across(value), label)).join("\n")}
${y.ticks.map(({ value, label }) => horizontalTick(up(value), label)).join("\n")}
<text class="axis" x="${(plot.left + plot.right) / 2}" y="${height - 14}" text-anchor="middle">${encode(x.title)}</text>
<text class="axis" transform="translate(18 ${(plot.top + plot.bottom) / 2}) rotate(-90)" text-anchor="middle">${encode(y.title)}</text>
${drawn.map(({ label, role, at }, index) => lineOf(label, role, at, labels[index] ?? 0)).join("\n")}
</svg>
`;
}

function lineOf(label: string, role: Line["role"], at: readonly { x: number; y: number }[], labelY: number): string {
  const path = at.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  const dots = at.map(({ x, y }) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3"/>`).join("");
  const end = at.at(-1);
  const leader = end
    ? `<path class="leader" d="M${(end.x + 5).toFixed(1)} ${end.y.toFixed(1)}L${plot.right + 12} ${(labelY - 4).toFixed(1)}"/>`
    : "";
  const text = `<text x="${plot.right + 16}" y="${labelY.toFixed(1)}">${encode(label)}</text>`;
  return `<g class="${role}"><polyline points="${path}"/>${dots}${leader}${text}</g>`;
}

function scale({ ticks }: Axis, from: number, to: number): (value: number) => number {
  const low = Math.log(ticks[0]?.value ?? 1);
  const high = Math.log(ticks.at(-1)?.value ?? 10);
  return (value) => from + ((Math.log(value) - low) / (high - low)) * (to - from);
}

function verticalTick(at: number, label: string): string {
  const x = at.toFixed(1);
  return `<path class="grid" d="M${x} ${plot.top}V${plot.bottom}"/><text class="tick" x="${x}" y="${plot.bottom + 18}" text-anchor="middle">${encode(label)}</text>`;
}

function horizontalTick(at: number, label: string): string {
  const y = at.toFixed(1);
  return `<path class="grid" d="M${plot.left} ${y}H${plot.right}"/><text class="tick" x="${plot.left - 8}" y="${(at + 4).toFixed(1)}" text-anchor="end">${encode(label)}</text>`;
}

/** Places for labels as near to their lines' ends as they can stand without covering each other. */
function spread(wanted: readonly number[]): number[] {
  const places = wanted.map((y) => y + 4);
  const order = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  for (let at = 1; at < order.length; at++) {
    const [above, below] = [order[at - 1] ?? 0, order[at] ?? 0];
    places[below] = Math.max(places[below] ?? 0, (places[above] ?? 0) + lineHeight);
  }
  const overflow = Math.max(0, ...places.map((y) => y - plot.bottom));
  return places.map((y) => y - overflow);
}

function encode(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/"/gu, "&quot;");
}

const style = `
text { font: 13px system-ui, sans-serif; fill: #1b1c20 }
.title { font-weight: 600; font-size: 15px }
.tick, .axis { fill: #5a5c64 } .tick { font-size: 12px }
.grid { stroke: #dcdad5; stroke-width: 1; fill: none }
polyline { fill: none; stroke-width: 1.5; stroke: #7a7c84 } circle { fill: #7a7c84 }
.leader { stroke: #b4b3b0; fill: none }
.ours polyline { stroke: #1f5fbf; stroke-width: 3 } .ours circle { fill: #1f5fbf } .ours text { fill: #1f5fbf; font-weight: 600 }
.limit polyline { stroke: #1b1c20; stroke-dasharray: 5 4 } .limit circle { fill: #1b1c20 }
@media (prefers-color-scheme: dark) {
text { fill: #e8e6e1 } .tick, .axis { fill: #a3a4ab } .grid { stroke: #3a3c44 } .leader { stroke: #5d5f67 }
polyline { stroke: #9b9da5 } circle { fill: #9b9da5 }
.ours polyline { stroke: #7fb0ff } .ours circle { fill: #7fb0ff } .ours text { fill: #7fb0ff }
.limit polyline { stroke: #e8e6e1 } .limit circle { fill: #e8e6e1 }
}
`;
