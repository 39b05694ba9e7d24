import { expect, test } from "vitest";
import { normalisePattern, readablePattern } from "./site-pattern.ts";

test.each([
  ["example.org", "example.org"],
  [" https://WWW.Example.org/news?id=1 ", "www.example.org"],
  ["*.example.org", "*.example.org"],
  ["*.EXAMPLE.org./", "*.example.org"],
  ["*", "*"],
  ["*://*/*", "*"],
  ["*://*.example.org/*", "*.example.org"],
  ["https://*.example.org/*", "*.example.org"],
  ["https://*/*", "*"],
  ["*.bücher.example", "*.xn--bcher-kva.example"],
  ["*.президент.укр", "*.xn--d1abbgf6aiiy.xn--j1amh"],
  ["127.0.0.1:8080", "127.0.0.1"],
  ["[::1]", "[::1]"],
  ["localhost", "localhost"],
  ["*.org", "*.org"],
  ["*.127.0.0.1", undefined],
  ["*.[::1]", undefined],
  ["*example.org", undefined],
  ["www.*.org", undefined],
  ["*.*.org", undefined],
  ["*.", undefined],
  ["**", undefined],
  ["two words", undefined],
  ["", undefined],
])("reads %j as %j", (text, pattern) => {
  expect(normalisePattern(text)).toBe(pattern);
});

test.each([
  ["*.xn--bcher-kva.example", "*.bücher.example"],
  ["www.xn--d1abbgf6aiiy.xn--j1amh", "www.президент.укр"],
  ["xn--r8jz45g.xn--zckzah", "例え.テスト"],
  ["xn--rksmrgs-5wao1o.se", "räksmörgås.se"],
  ["example.org", "example.org"],
  ["xn--.org", "xn--.org"],
  ["xn--a.org", "xn--a.org"],
  ["xn--99999999.org", "xn--99999999.org"],
  ["*", "*"],
])("shows %j as %j", (pattern, shown) => {
  expect(readablePattern(pattern)).toBe(shown);
  if (shown !== pattern) expect(normalisePattern(shown)).toBe(pattern);
});
