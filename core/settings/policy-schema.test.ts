import { expect, test } from "vitest";
import { englishWords } from "../../tests/support/english-words.ts";
import { policySchema } from "./policy-schema.ts";
import { settingEntries } from "./settings.ts";

const { properties = {} } = policySchema(englishWords);

test("has every setting that an organisation may set, and no other", () => {
  const theirs = settingEntries.filter(([, { setBy }]) => setBy !== "reader").map(([key]) => key);
  expect(Object.keys(properties)).toEqual(theirs);
});

test("says what each is, and what it can be", () => {
  expect(properties.theme).toEqual({
    title: "Theme",
    description: "As the page: a card on a dark page is dark, whatever the system’s theme.",
    type: "string",
    enum: ["system", "page", "light", "dark"],
  });
  expect(properties.textSize).toMatchObject({ type: "integer", minimum: 80, maximum: 200 });
  expect(properties.organisationSites?.items?.properties).toEqual({
    pattern: { type: "string" },
    on: { type: "boolean" },
  });
});
