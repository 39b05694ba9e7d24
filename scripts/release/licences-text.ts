import type { BundledPackage } from "./collect-packages.ts";

/** The file that goes along with the extension: whose code is in it, under which licence, and where its source is. */
export function licencesText(packages: readonly BundledPackage[]): string {
  const heads = packages.map(({ name, version, licence, source }) => `${name} ${version}, ${licence}, ${source}`);
  const texts = packages.map(
    ({ name, version, licenceText }) => `${"=".repeat(72)}\n${name} ${version}\n\n${licenceText}`,
  );
  return `Context Cards holds code of these packages, bundled and minified; of Preact, what sets markup is taken out:\n\n${heads.join("\n")}\n\n${texts.join("\n\n")}\n`;
}
