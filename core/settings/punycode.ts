// The parameters of RFC 3492, section 5.
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialN = 128;
const letters = /^[\p{L}\p{M}\p{N}-]+$/u;
const digits = "abcdefghijklmnopqrstuvwxyz0123456789";

/** One label of a host name as DNS carries it (`bücher` → `xn--bcher-kva`), after RFC 3492; ASCII labels as they are. */
export function encodeLabel(label: string): string {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < initialN);
  if (basic.length === points.length) return label;

  let output = String.fromCodePoint(...basic) + (basic.length > 0 ? "-" : "");
  let n = initialN;
  let delta = 0;
  let bias = initialBias;
  let handled = basic.length;
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta += 1;
      if (point !== n) continue;
      output += encodeDelta(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    n += 1;
  }
  return `xn--${output}`;
}

/** The letters that a label of a host name stands for (`xn--bcher-kva` → `bücher`); one that stands for none, as it is. */
export function decodeLabel(label: string): string {
  if (!label.startsWith("xn--")) return label;
  const encoded = label.slice(4);
  const cut = encoded.lastIndexOf("-");
  const output = Array.from(cut > 0 ? encoded.slice(0, cut) : "");
  let n = initialN;
  let place = 0;
  let bias = initialBias;
  let at = cut > 0 ? cut + 1 : 0;
  while (at < encoded.length) {
    const before = place;
    let weight = 1;
    for (let k = base; ; k += base) {
      const value = digits.indexOf(encoded.charAt(at) || " ");
      if (value < 0) return label;
      at += 1;
      place += value * weight;
      const threshold = Math.min(Math.max(k - bias, tMin), tMax);
      if (value < threshold) break;
      weight *= base - threshold;
    }
    const length = output.length + 1;
    bias = adapt(place - before, length, before === 0);
    n += Math.floor(place / length);
    place %= length;
    if (n > 0x10ffff) return label;
    output.splice(place, 0, String.fromCodePoint(n));
    place += 1;
  }
  const decoded = output.join("");
  return encodeLabel(decoded) === label && letters.test(decoded) ? decoded : label;
}

function encodeDelta(delta: number, bias: number): string {
  let written = "";
  let rest = delta;
  for (let k = base; ; k += base) {
    const threshold = Math.min(Math.max(k - bias, tMin), tMax);
    if (rest < threshold) return written + digit(rest);
    written += digit(threshold + ((rest - threshold) % (base - threshold)));
    rest = Math.floor((rest - threshold) / (base - threshold));
  }
}

function digit(value: number): string {
  return digits.charAt(value);
}

function adapt(delta: number, points: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? damp : 2));
  rest += Math.floor(rest / points);
  let k = 0;
  while (rest > ((base - tMin) * tMax) / 2) {
    rest = Math.floor(rest / (base - tMin));
    k += base;
  }
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}
