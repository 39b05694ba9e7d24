import type { BundledPackage } from "./collect-packages.ts";

/** The file that goes along with the extension: whose work is in it, under which licence, and where its source is. */
export function licencesText(packages: readonly BundledPackage[]): string {
  const headsOf = (wanted: BundledPackage["holds"]) =>
    packages
      .filter(({ holds }) => holds === wanted)
      .map(({ name, version, author, licence, source }) =>
        [`${name} ${version}`, ...(author ? [`by ${author}`] : []), licence, source].join(", "),
      )
      .join("\n");
  const texts = packages.map(
    ({ name, version, licenceText }) => `${"=".repeat(72)}\n${name} ${version}\n\n${licenceText}`,
  );
  return [
    "Context Cards holds code of these packages, bundled and minified; of Preact, what sets markup is taken out:",
    headsOf("code"),
    "Its locator maps are drawn from these, cut to size and simplified:",
    headsOf("maps"),
    ...texts,
  ]
    .join("\n\n")
    .concat("\n");
}
