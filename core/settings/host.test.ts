import { expect, test } from "vitest";
import { isUnder, normaliseHost } from "./host.ts";

test.each([
  ["www.example.org", "www.example.org"],
  ["  WWW.Example.ORG ", "www.example.org"],
  ["https://www.example.org/news?id=1#top", "www.example.org"],
  ["//example.org/path", undefined],
  ["example.org:8080", "example.org"],
  ["http://user:word@example.org:80/", "example.org"],
  ["example.org.", "example.org"],
  ["localhost", "localhost"],
  ["127.0.0.1", "127.0.0.1"],
  ["http://[::1]:3000/", "[::1]"],
  ["::1", "[::1]"],
  ["[::1]:8080", "[::1]"],
  ["[0:0:0:0:0:0:0:1]", "[::1]"],
  ["2001:0DB8:0:0:1:0:0:1", "[2001:db8::1:0:0:1]"],
  ["http://[2001:db8:0:1:1:1:1:1]/", "[2001:db8:0:1:1:1:1:1]"],
  ["[fe80::]", "[fe80::]"],
  ["::", "[::]"],
  ["::ffff:192.0.2.1", "[::ffff:c000:201]"],
  ["1:2:3:4:5:6:7:8:9", undefined],
  ["1::2::3", undefined],
  ["[12345::]", undefined],
  ["::ffff:192.0.2.256", undefined],
  ["192.0.2.1:8080", "192.0.2.1"],
  ["192.0.2.256", undefined],
  ["127.1", undefined],
  ["1.2.3.4.5", undefined],
  ["bücher.example", "xn--bcher-kva.example"],
  ["www.президент.укр", "www.xn--d1abbgf6aiiy.xn--j1amh"],
  ["例え.テスト", "xn--r8jz45g.xn--zckzah"],
  ["ｅｘａｍｐｌｅ。org", "example.org"],
  ["ｅｘａｍｐｌｅ.org", "example.org"],
  ["xn--bcher-kva.example", "xn--bcher-kva.example"],
  ["a_b.example.org", "a_b.example.org"],
  ["", undefined],
  ["   ", undefined],
  ["two words.org", undefined],
  ["example..org", undefined],
  ["-example.org", undefined],
  ["*.example.org", undefined],
  [`${"a".repeat(64)}.org`, undefined],
])("reads %j as %j", (text, host) => {
  expect(normaliseHost(text)).toBe(host);
});

test.each([
  ["example.org", "example.org", true],
  ["www.example.org", "example.org", true],
  ["a.b.example.org", "example.org", true],
  ["notexample.org", "example.org", false],
  ["example.org", "www.example.org", false],
])("%s under %s: %s", (host, site, expected) => {
  expect(isUnder(host, site)).toBe(expected);
});
