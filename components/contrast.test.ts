import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Scheme = "light" | "dark";
type Tokens = Readonly<Record<string, string>>;

const css = readFileSync("components/tokens.css", "utf8");
const [normal = "", more = ""] = css.split("@media (prefers-contrast: more)");

/** The colour tokens of one part of the stylesheet, in one colour scheme. */
function tokensOf(part: string, scheme: Scheme): Tokens {
  const pairs = part.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)/gu);
  return Object.fromEntries(
    Array.from(pairs, ([, name = "", light = "", dark = ""]) => [name, scheme === "light" ? light : dark]),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/gu, "$&$&") : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What stands on what, and the least contrast: 7 for text that is read (AAA), 4.5 for the rest, 3 for what is not text. */
const pairs: [front: string, ground: string, least: number][] = [
  ["ink", "paper", 7],
  ["ink", "wash", 7],
  ["ink", "differ-wash", 7],
  ["soft", "paper", 7],
  ["soft", "wash", 4.5],
  ["soft", "differ-wash", 4.5],
  ["soft", "sea", 4.5],
  ["soft", "land", 4.5],
  ["soft", "country", 4.5],
  ["accent", "paper", 4.5],
  ["accent", "wash", 4.5],
  ["accent", "differ-wash", 4.5],
  ["differ", "paper", 4.5],
  ["differ", "differ-wash", 4.5],
  ["edge", "paper", 3],
  ["accent", "land", 3],
  ["accent", "sea", 3],
  ["accent", "country", 3],
];

const themes: [name: string, tokens: Tokens][] = (["light", "dark"] as const).flatMap((scheme) => {
  const usual = tokensOf(normal, scheme);
  return [
    [scheme, usual],
    [`${scheme}, more contrast`, { ...usual, ...tokensOf(more, scheme) }],
  ];
});

describe.each(themes)("%s", (_, tokens) => {
  it.each(pairs)("%s on %s has at least %d to 1", (front, ground, least) => {
    const [above, beneath] = [tokens[front], tokens[ground]];
    if (!above || !beneath) throw new Error(`tokens.css has no ${above ? ground : front} in this theme.`);
    expect(contrast(above, beneath)).toBeGreaterThanOrEqual(least);
  });
});
