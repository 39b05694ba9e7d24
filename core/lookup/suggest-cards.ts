import type { LookupResult } from "./create-lookup.ts";
import { findWords } from "./find-words.ts";

/** A run of a line: what matched is set off, what only explains is set back. */
interface LineRun {
  text: string;
  style?: "match" | "dim";
}

/**
 * A card that was found as one line: its title, and why it was found. `kind` is what such cards are called. The words of the
 * query that the line holds are set off.
 */
export function lineOf({ title, gloss, reason }: LookupResult, query: string, kind: string): LineRun[] {
  const isTitle = reason.kind === "title";
  return [
    ...setOff(title, query, undefined),
    { text: ` · ${kind} · `, style: "dim" },
    ...(isTitle ? [{ text: gloss, style: "dim" } as const] : setOff(reason.text, query, "dim")),
  ];
}

function setOff(text: string, query: string, style: "dim" | undefined): LineRun[] {
  const runs: LineRun[] = [];
  const add = (piece: string, as: LineRun["style"]) => {
    if (piece) runs.push(as ? { text: piece, style: as } : { text: piece });
  };
  let at = 0;
  for (const { start, end } of findWords(text, query)) {
    add(text.slice(at, start), style);
    add(text.slice(start, end), "match");
    at = end;
  }
  add(text.slice(at), style);
  return runs;
}
