import type { Plugin } from "vite";

const preactsOnly = /\(\w+\.innerHTML=\w+\.__html\)/gu;
const sinks = /\.(?:inner|outer)HTML\s*=(?!=)|insertAdjacentHTML|\beval\s*\(|\bnew Function\b|document\.write/u;

/**
 * Nothing that the extension ships can make markup or code of a string. The one place in Preact that can, for a property
 * that we never set, is taken out; the build fails should another turn up.
 */
export function refuseMarkup(): Plugin {
  return {
    name: "refuse-markup",
    transform(code, id) {
      if (!/[\\/]node_modules[\\/]preact[\\/]/u.test(id) || !code.includes("innerHTML")) return undefined;
      return { code: code.replaceAll(preactsOnly, "void 0"), map: null };
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        const found = chunk.type === "chunk" && sinks.exec(chunk.code);
        if (found)
          this.error(`${chunk.fileName} holds ${found[0]}: nothing shipped may make markup or code of a string.`);
      }
    },
  };
}
