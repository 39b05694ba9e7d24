import { expect, test } from "vitest";
import { releaseDate } from "./release-date.ts";

test("the changelog's own date", () => {
  expect(
    releaseDate("# Changelog\n\n## 1.2.0 (2026-11-23)\n\n- New.\n\n## 1.1.0 (2026-01-01)\n\n- Old.\n", "1.2.0"),
  ).toBe("2026-11-23");
});

test.each([
  ["no version", "# Changelog\n", "begins with “”"],
  ["another version", "## 1.3.0 (2026-11-23)\n\n- New.\n", "expected “1.2.0 (YYYY-MM-DD)”"],
  ["a version that is not first", "## 1.3.0 (2026-11-23)\n- A.\n## 1.2.0 (2026-11-22)\n- B.\n", "begins with “1.3.0"],
  ["no date", "## 1.2.0 (unreleased)\n\n- New.\n", "expected"],
  ["nothing told", "## 1.2.0 (2026-11-23)\n\n## 1.1.0 (2026-01-01)\n- Old.\n", "says nothing of 1.2.0"],
  ["told twice", "## 1.2.0 (2026-11-23)\n- A.\n## 1.2.0 (2026-11-22)\n- B.\n", "tells of 1.2.0 twice"],
])("refuses %s", (_, changelog, reason) => {
  expect(() => releaseDate(changelog, "1.2.0")).toThrow(reason);
});
