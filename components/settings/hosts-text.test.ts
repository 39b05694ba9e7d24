import { expect, test } from "vitest";
import { parseHosts } from "./hosts-text.ts";

test.each([
  ["", [], []],
  ["example.org", ["example.org"], []],
  ["example.org\n\n  www.example.net  \n", ["example.org", "www.example.net"], []],
  ["example.org\r\nexample.net", ["example.org", "example.net"], []],
  ["https://www.example.org/news\nWWW.EXAMPLE.ORG", ["www.example.org"], []],
  ["example.org\n\ntwo words", ["example.org"], [{ line: 3, text: "two words" }]],
  [
    "*.org\n:",
    [],
    [
      { line: 1, text: "*.org" },
      { line: 2, text: ":" },
    ],
  ],
])("reads %j", (text, hosts, problems) => {
  expect(parseHosts(text)).toEqual({ hosts, problems });
});
