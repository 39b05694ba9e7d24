import { describe, expect, test } from "vitest";
import type { SiteRule } from "./settings.ts";
import { isHostOff, ruleFor, switchHost } from "./site-rules.ts";

const off = (...patterns: string[]): SiteRule[] => patterns.map((pattern) => ({ pattern, on: false }));
const on = (...patterns: string[]): SiteRule[] => patterns.map((pattern) => ({ pattern, on: true }));
const rules = (siteRules: SiteRule[], organisationSites: SiteRule[] = []) => ({ siteRules, organisationSites });

describe("the narrowest rule counts:", () => {
  test.each([
    ["no rule", [], "example.org", false],
    ["the host", off("example.org"), "example.org", true],
    ["the host, written otherwise", off("example.org"), "EXAMPLE.org.", true],
    ["the host is not its subdomains", off("example.org"), "www.example.org", false],
    ["a pattern and its apex", off("*.example.org"), "example.org", true],
    ["a pattern and what is under it", off("*.example.org"), "a.b.example.org", true],
    ["a pattern and what only ends alike", off("*.example.org"), "notexample.org", false],
    ["every site", off("*"), "example.org", true],
    ["every site, and a file", off("*"), "", true],
    ["a file", off("*.org"), "", false],
    ["every site but one", [...off("*"), ...on("example.org")], "example.org", false],
    ["every site but one, elsewhere", [...off("*"), ...on("example.org")], "example.net", true],
    ["a part of a site", [...on("*.news.example.org"), ...off("*.example.org")], "a.news.example.org", false],
    ["the host before the longest pattern", [...off("a.org"), ...on("*.a.org")], "a.org", true],
    ["an international host", off("*.xn--bcher-kva.example"), "www.bücher.example", true],
    ["an address", off("127.0.0.1"), "127.0.0.1", true],
  ])("%s", (_, siteRules, host, expected) => {
    expect(isHostOff(rules(siteRules), host)).toBe(expected);
  });
});

test("an organisation's rule counts before the reader's, however narrow that is", () => {
  const both = rules(off("www.example.org", "example.net"), on("*.example.org"));
  expect(ruleFor(both, "www.example.org")).toEqual({ pattern: "*.example.org", on: true, by: "organisation" });
  expect(ruleFor(both, "example.net")).toEqual({ pattern: "example.net", on: false, by: "reader" });
  expect(ruleFor(both, "example.com")).toBeUndefined();
});

describe("the switch at a host changes that host alone:", () => {
  test.each([
    ["off where it was on", [], "example.org", false, off("example.org")],
    ["off where it was off", off("example.org"), "example.org", false, off("example.org")],
    ["on again", off("example.org", "example.net"), "example.org", true, off("example.net")],
    [
      "on within a site that is off",
      off("*.example.org"),
      "www.example.org",
      true,
      [...off("*.example.org"), ...on("www.example.org")],
    ],
    [
      "off again within it",
      [...off("*.example.org"), ...on("www.example.org")],
      "www.example.org",
      false,
      off("*.example.org"),
    ],
    ["something that is no host", off("example.org"), "", false, off("example.org")],
  ] as const)("%s", (_, siteRules, host, wanted, expected) => {
    expect(switchHost(rules([...siteRules]), host, wanted)).toEqual(expected);
  });
});
