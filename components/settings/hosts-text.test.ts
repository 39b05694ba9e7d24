import { expect, test } from "vitest";
import { parseHosts } from "./hosts-text.ts";

test.each([
  ["", [], []],
  ["example.org", ["example.org"], []],
  ["example.org\n\n  www.example.net  \n", ["example.org", "www.example.net"], []],
  ["example.org\r\nexample.net", ["example.org", "example.net"], []],
  ["https://www.example.org/news\nWWW.EXAMPLE.ORG", ["www.example.org"], []],
  ["example.org\n\ntwo words", ["example.org"], ["Line 3: “two words” is not the name of a site."]],
  ["*.org\n:", [], ["Line 1: “*.org” is not the name of a site.", "Line 2: “:” is not the name of a site."]],
])("reads %j", (text, hosts, problems) => {
  expect(parseHosts(text)).toEqual({ hosts, problems });
});
