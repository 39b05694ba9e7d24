import { isUnder, normaliseHost } from "./host.ts";
import { decodeLabel } from "./punycode.ts";

const address = /^(?:\[.*\]|\d+(?:\.\d+){3})$/;

/**
 * The sites that a reader means: `*`, every one; `*.example.org`, it and all that belongs to it; `www.example.org`, that
 * host alone. From one of these, from a whole address, or from a browser's match pattern. Hosts as `normaliseHost` writes
 * them. Undefined where `text` is none of these.
 */
export function normalisePattern(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\*:\/\//, "")
    .replace(/^[a-z][a-z0-9+.-]*:\/\/(?=\*)/i, "");
  if (/^\*(?:\/.*)?$/s.test(bare)) return "*";
  const isWide = bare.startsWith("*.");
  const host = normaliseHost(isWide ? bare.slice(2) : bare);
  // Nothing belongs to an address.
  if (host === undefined || (isWide && address.test(host))) return undefined;
  return isWide ? `*.${host}` : host;
}

/** Whether a host, as `normaliseHost` writes it ("" for a file's), is of the pattern's sites. */
export function matchesPattern(pattern: string, host: string): boolean {
  if (pattern === "*") return true;
  return pattern.startsWith("*.") ? isUnder(host, pattern.slice(2)) : pattern === host;
}

/** How much a pattern says: of two that match a host, the greater is the narrower. */
export function narrownessOf(pattern: string): number {
  if (pattern === "*") return 0;
  return pattern.startsWith("*.") ? pattern.length - 2 : Number.POSITIVE_INFINITY;
}

/** A pattern or host in the letters it stands for, to be shown. */
export function readablePattern(pattern: string): string {
  return pattern.split(".").map(decodeLabel).join(".");
}
