import { expect, test } from "vitest";
import { isHostOff, ruleFor, switchHost } from "./site-rules.ts";

const settings = { sitesOff: ["example.org", "news.example.net"] };

test.each([
  ["example.org", true],
  ["www.example.org", true],
  ["EXAMPLE.org", true],
  ["example.net", false],
  ["news.example.net", true],
  ["an-example.org", false],
  ["", false],
])("at %j off is %s", (host, off) => {
  expect(isHostOff(settings, host)).toBe(off);
});

test("names the entry that switches a host off", () => {
  expect(ruleFor(settings, "www.example.org")).toBe("example.org");
});

test.each([
  ["on where a parent was off", "www.example.org", true, ["news.example.net"]],
  ["off where it was on", "example.net", false, ["example.org", "news.example.net", "example.net"]],
  ["off where it was off", "www.example.org", false, ["example.org", "news.example.net"]],
  ["on where it was on", "example.net", true, ["example.org", "news.example.net"]],
  ["something that is no host", "", false, ["example.org", "news.example.net"]],
] as const)("switches %s", (_, host, on, expected) => {
  expect(switchHost(settings, host, on)).toEqual(expected);
});
