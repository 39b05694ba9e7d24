import { normalisePattern } from "#core/settings/site-pattern.ts";

/** A text of patterns read: the patterns, each once, and the parts that are none. */
export interface PatternsText {
  patterns: readonly string[];
  others: readonly string[];
}

/** Reads patterns as a reader types or pastes them, set apart by spaces, commas or lines. */
export function parsePatterns(text: string): PatternsText {
  const patterns = new Set<string>();
  const others: string[] = [];
  for (const part of text.split(/[\s,;]+/u).filter(Boolean)) {
    const pattern = normalisePattern(part);
    if (pattern === undefined) others.push(part);
    else patterns.add(pattern);
  }
  return { patterns: [...patterns], others };
}
