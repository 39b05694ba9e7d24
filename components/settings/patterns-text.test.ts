import { expect, test } from "vitest";
import { parsePatterns } from "./patterns-text.ts";

test.each([
  ["", [], []],
  ["example.org", ["example.org"], []],
  ["example.org\n\n  *.example.net  \n", ["example.org", "*.example.net"], []],
  ["example.org, example.net;example.com", ["example.org", "example.net", "example.com"], []],
  ["https://www.example.org/news\r\nWWW.EXAMPLE.ORG", ["www.example.org"], []],
  ["example.org two..dots", ["example.org"], ["two..dots"]],
  ["*. : *", ["*"], ["*.", ":"]],
])("reads %j", (text, patterns, others) => {
  expect(parsePatterns(text)).toEqual({ patterns, others });
});
