import { cpus, totalmem } from "node:os";
import { budgets, judge } from "./budgets.ts";
import type { Figures } from "./lab.ts";

/** On what, and when, the figures were taken. */
export function conditions(chromium: string): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const date = new Date().toISOString().slice(0, 10);
  return `${cpus().length} × ${cpu?.model.trim() || process.arch}, ${memory} GB, ${process.platform}; headless Chromium ${chromium}; ${date}`;
}

/** Every budget with its target, what was measured, and whether that is within it; a Markdown table. */
export function tableOf(figures: Figures): string {
  const rows = budgets.flatMap(({ number, what, parts }) =>
    judge({ number, what, parts }, figures).map(({ label, figure, target, met }, at) => {
      const verdict = met === undefined ? "not measured" : met ? "met" : "**missed**";
      const subject = [at === 0 ? what : "", label].filter(Boolean).join("; ");
      return `| ${at === 0 ? number : ""} | ${subject} | ${target} | ${figure} | ${verdict} |`;
    }),
  );
  return ["| | what | target | measured | |", "|---|---|---|---|---|", ...rows].join("\n");
}

/** As `tableOf`, in columns for a terminal. */
export function columnsOf(figures: Figures): string {
  const rows = tableOf(figures)
    .split("\n")
    .filter((line) => !line.startsWith("|---"))
    .map((line) =>
      line
        .replaceAll("**", "")
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
