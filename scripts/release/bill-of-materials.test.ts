import { expect, test } from "vitest";
import { billOfMaterials } from "./bill-of-materials.ts";

test("tells what is in the extension by name, version, licence, address and hash", () => {
  const scoped = {
    name: "@scope/thing",
    version: "1.2.3",
    holds: "code" as const,
    licence: "MPL-2.0",
    source: "https://example.org/thing",
    licenceText: "…",
  };
  const bill = billOfMaterials("0.1.0", "2026-11-23", [scoped], () => "sha512-AAECAw==");
  expect(bill).toMatchObject({
    bomFormat: "CycloneDX",
    metadata: { timestamp: "2026-11-23T00:00:00Z", component: { name: "context-cards", version: "0.1.0" } },
    components: [
      {
        name: "@scope/thing",
        version: "1.2.3",
        purl: "pkg:npm/%40scope/thing@1.2.3",
        licenses: [{ license: { id: "MPL-2.0" } }],
        hashes: [{ alg: "SHA-512", content: "00010203" }],
      },
    ],
    dependencies: [{ ref: "pkg:npm/context-cards@0.1.0", dependsOn: ["pkg:npm/%40scope/thing@1.2.3"] }],
  });
});
