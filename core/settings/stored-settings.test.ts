import { describe, expect, test } from "vitest";
import { defaultSettings, settingsVersion } from "./settings.ts";
import { changeStored, effectiveSettings, lockedKeys, readStored, writeStored } from "./stored-settings.ts";

describe("what every version has stored is read", () => {
  test.each([
    ["nothing", undefined, {}],
    ["something else", "dark", {}],
    [
      "version 1, as it was written: all values",
      {
        sitesOff: ["example.org", "127.0.0.1", "xn--bcher-kva.example"],
        kinds: ["person", "place"],
        mentions: "first",
        scope: "everywhere",
        markStyle: "tint",
        openBy: "click",
        dwell: 500,
        theme: "dark",
      },
      {
        siteRules: [
          { pattern: "*.example.org", on: false },
          { pattern: "127.0.0.1", on: false },
          { pattern: "*.xn--bcher-kva.example", on: false },
        ],
        kinds: ["person", "place"],
        mentions: "first",
        scope: "everywhere",
        markStyle: "tint",
        openBy: "click",
        dwell: 500,
        theme: "dark",
      },
    ],
    ["version 1 without sites", { theme: "dark" }, { theme: "dark" }],
    ["version 1 with sites that are none", { sitesOff: [7, "two words"], theme: "dark" }, { theme: "dark" }],
    ["version 1 with no list of sites", { sitesOff: "example.org", theme: "dark" }, { theme: "dark" }],
    [
      "version 2",
      { version: 2, values: { theme: "dark", siteRules: [{ pattern: "*", on: false }] } },
      {
        theme: "dark",
        siteRules: [{ pattern: "*", on: false }],
      },
    ],
    ["a version to come", { version: 9, values: { theme: "dark", colour: "red" } }, { theme: "dark" }],
  ])("%s", (_, item, values) => {
    expect(readStored(item).values).toEqual(values);
    expect(readStored(writeStored(readStored(item)))).toEqual(readStored(item));
  });

  test("each of them, up to today's, has its case above", () => {
    expect(settingsVersion).toBe(2);
  });
});

const nothing = readStored(undefined);

test("what is changed is stored where it is not the default, with its time", () => {
  const first = changeStored(nothing, { theme: "dark", dwell: defaultSettings.dwell }, 1000);
  expect(first).toEqual({ values: { theme: "dark" }, organisation: {}, stamps: { theme: 1000 } });
  expect(changeStored(first, { theme: "system" }, 2000)).toMatchObject({ values: {}, stamps: { theme: 2000 } });
});

test("a change counts as later than the one before, whatever the clock says", () => {
  const first = changeStored(nothing, { theme: "dark" }, 5000);
  expect(changeStored(first, { theme: "light" }, 1000).stamps.theme).toBe(5001);
});

describe("what an organisation sets", () => {
  const theirs = readStored({
    version: 2,
    values: { theme: "dark", dwell: 500 },
    organisation: {
      theme: "light",
      organisationSites: [{ pattern: "a.org", on: false }],
      siteRules: [],
      paused: "lasting",
    },
  });

  test("counts before the reader's own, and is locked; a reader's alone it cannot set", () => {
    expect(effectiveSettings(theirs)).toMatchObject({ theme: "light", dwell: 500, paused: "no" });
    expect(lockedKeys(theirs)).toEqual(["organisationSites", "theme"]);
  });

  test("stays when the reader changes it; the reader's own is kept for when the policy goes", () => {
    const changed = changeStored(theirs, { theme: "page", dwell: 600 }, 1000);
    expect(effectiveSettings(changed)).toMatchObject({ theme: "light", dwell: 600 });
    expect(effectiveSettings({ ...changed, organisation: {} }).theme).toBe("dark");
  });

  test("is never the reader's to set", () => {
    const changed = changeStored(nothing, { welcome: false, organisationSites: [{ pattern: "*", on: false }] }, 1000);
    expect(effectiveSettings(changed)).toEqual(defaultSettings);
  });
});
