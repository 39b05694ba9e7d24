import { expect, test } from "vitest";
import { chromiumJourneys, firefoxJourneys, journeyTable } from "./journeys.ts";

test("lists which browser went which journey", () => {
  const chromium = chromiumJourneys({
    suites: [
      {
        file: "journey.spec.ts",
        specs: [{ title: "names are marked", ok: true }],
        suites: [{ file: "journey.spec.ts", specs: [{ title: "a card opens", ok: false }] }],
      },
      { file: "hostile.spec.ts", specs: [{ title: "no journey", ok: true }] },
    ],
  });
  const firefox = firefoxJourneys({
    testResults: [
      { name: "/home/tests/firefox/journey.test.ts", assertionResults: [{ title: "a card opens", status: "passed" }] },
    ],
  });
  expect(
    journeyTable(
      new Map([
        ["chromium", chromium],
        ["firefox", firefox],
      ]),
    ),
  ).toBe(
    ["chromium  firefox  journey", "yes       –        names are marked", "FAILED    yes      a card opens"].join("\n"),
  );
});
