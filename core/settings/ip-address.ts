/**
 * An IPv4 address as browsers write it, from four decimal parts; undefined for all else that ends in a number, which is no
 * name either (https://url.spec.whatwg.org/#ends-in-a-number-checker).
 */
export function normaliseIpv4(text: string): string | undefined {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
    ? text
    : undefined;
}

/** An IPv6 address, without its brackets, as browsers write it (https://url.spec.whatwg.org/#concept-ipv6-serializer). */
export function normaliseIpv6(text: string): string | undefined {
  const pieces = piecesOf(text);
  if (!pieces) return undefined;
  const written = pieces.map((piece) => piece.toString(16)).join(":");
  // The longest run of zeros, the first of several, is left out.
  const runs = written.match(/(?<=^|:)0(?::0)+(?=:|$)/g) ?? [];
  const [longest] = runs.toSorted((one, other) => other.length - one.length);
  if (longest === undefined) return written;
  const at = written.search(new RegExp(`(?<=^|:)${longest}(?=:|$)`));
  const [before, after] = [written.slice(0, at), written.slice(at + longest.length)];
  return `${before.replace(/:$/, "")}::${after.replace(/^:/, "")}`;
}

function piecesOf(text: string): number[] | undefined {
  const [before = "", after, ...more] = withoutIpv4(text).split("::");
  if (more.length > 0) return undefined;
  const [head, tail] = [numbersOf(before), numbersOf(after ?? "")];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...Array<number>(missing).fill(0), ...tail];
}

function numbersOf(text: string): number[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  return parts.every((part) => /^[0-9a-f]{1,4}$/.test(part))
    ? parts.map((part) => Number.parseInt(part, 16))
    : undefined;
}

/** `::ffff:192.0.2.1` ends in the four bytes of two pieces. */
function withoutIpv4(text: string): string {
  const [, before, address] = /^(.*:)(\d+(?:\.\d+){3})$/.exec(text) ?? [];
  if (before === undefined || address === undefined || !normaliseIpv4(address)) return text;
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  return `${before}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}
