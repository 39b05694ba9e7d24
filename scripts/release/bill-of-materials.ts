import type { BundledPackage } from "./collect-packages.ts";

/** The software bill of materials, in CycloneDX 1.5: what is in the extension, and nothing that only builds or tests it. */
export function billOfMaterials(
  version: string,
  date: string,
  packages: readonly BundledPackage[],
  /** As package-lock.json has it: `sha512-` and base64. */
  integrityOf: (name: string) => string,
): object {
  const self = `pkg:npm/context-cards@${version}`;
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      // Of the release, not of the moment: the same release has the same bill.
      timestamp: `${date}T00:00:00Z`,
      component: {
        "bom-ref": self,
        type: "application",
        name: "context-cards",
        version,
        licenses: [{ license: { id: "MIT" } }],
        purl: self,
      },
    },
    components: packages.map(({ name, version: of, licence, source }) => ({
      "bom-ref": addressOf(name, of),
      type: "library",
      name,
      version: of,
      hashes: [{ alg: "SHA-512", content: hexOf(integrityOf(name)) }],
      licenses: [{ license: { id: licence } }],
      purl: addressOf(name, of),
      externalReferences: [{ type: "vcs", url: source }],
    })),
    dependencies: [{ ref: self, dependsOn: packages.map(({ name, version: of }) => addressOf(name, of)) }],
  };
}

function addressOf(name: string, version: string): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

function hexOf(integrity: string): string {
  return Buffer.from(integrity.replace(/^sha512-/u, ""), "base64").toString("hex");
}
