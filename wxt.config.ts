import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "wxt";
import { policySchema } from "./core/settings/policy-schema.ts";
import { type MessageFile, messagesFrom } from "./core/words/message-file.ts";
import { createWords } from "./core/words/words.ts";
import { writePacks } from "./data/compile.ts";
import messages from "./public/_locales/en/messages.json" with { type: "json" };
import { collectPackages } from "./scripts/release/collect-packages.ts";
import { licencesText } from "./scripts/release/licences-text.ts";
import { refuseMarkup } from "./scripts/release/refuse-markup.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const collector = collectPackages(root);

/** What an organisation can set, from the record of the settings. */
const managedSchema = "managed-schema.json";

/** Nothing is loaded from, or sent to, anywhere but the extension itself. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Forwards and into, backwards and out: keys that neither the browsers nor, by custom, pages use for anything. */
function keysOf(keys: string): { default: string; mac: string } {
  // On a Mac, Option with them types ≥ and ≤.
  return { default: `Alt+${keys}`, mac: `MacCtrl+${keys}` };
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ["chrome", "firefox"],
  // WXT's own context tells every page of itself, and lets any page stop it.
  alias: { "wxt/utils/content-script-context": "entrypoints/content/quiet-context.ts" },
  hooks: {
    "build:before": () => {
      writePacks(root);
    },
    "build:done": ({ config: { outDir } }) => {
      const packages = collector.packages();
      writeFileSync(join(outDir, "third-party-licences.txt"), licencesText(packages));
      writeFileSync(`${outDir}.packages.json`, JSON.stringify(packages));
    },
    "build:publicAssets": (wxt, files) => {
      // Firefox has no use for it: there a policy is read as it is.
      if (wxt.config.browser === "firefox") return;
      const schema = policySchema(createWords(messagesFrom(messages as MessageFile), "en"));
      files.push({ relativeDest: managedSchema, contents: `${JSON.stringify(schema, null, 2)}\n` });
    },
  },
  // Every browser that the manifest admits knows modulepreload; Vite's stand-in would fetch.
  vite: () => ({ plugins: [collector.plugin, refuseMarkup()], build: { modulePreload: { polyfill: false } } }),
  manifest: ({ browser, command }) => ({
    default_locale: "en",
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    omnibox: { keyword: "cc" },
    action: { default_title: "__MSG_extensionName__" },
    // The last two to bring the reader into pages that may name something.
    permissions: ["storage", "contextMenus", "scripting"],
    host_permissions: ["<all_urls>"],
    commands: {
      "next-mention": { description: "__MSG_commandNext__", suggested_key: keysOf("Period") },
      "previous-mention": { description: "__MSG_commandPrevious__", suggested_key: keysOf("Comma") },
      "open-card": { description: "__MSG_commandOpen__", suggested_key: keysOf("Shift+Period") },
      "close-card": { description: "__MSG_commandClose__", suggested_key: keysOf("Shift+Comma") },
      // Firefox has its own words for it, in the reader's language.
      ...(browser === "firefox"
        ? { _execute_sidebar_action: {} }
        : { "open-side-panel": { description: "__MSG_commandSidePanel__" } }),
    },
    // The development server's page reload needs connections.
    ...(command === "build" && { content_security_policy: { extension_pages: contentSecurityPolicy } }),
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              // For good: by it Firefox knows updates, stored settings and administrators' rules.
              id: "context-cards@context-cards",
              // The first with CSS highlights and with the declaration below; on Android the latter came later.
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : { minimum_chrome_version: "128", storage: { managed_schema: managedSchema } }),
  }),
});
