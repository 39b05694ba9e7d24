import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { html } from "../support/page-html.ts";
import { servePages } from "../support/serve-pages.ts";

/** What `npm start` does once all is installed and built. */
async function start(...given: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  const command = [tsx, "scripts/open-browser.ts", "--built", "--headless", ...given];
  const run = promisify(execFile)(process.execPath, command);
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

test("opens the article, and tells what it names and one card with its sources", async () => {
  const { code, stdout, stderr } = await start();
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^On this page: 26 cards, \d+ mentions$/mu);
  expect(stdout).toMatch(/^\[1\] “.+” .+ https:\/\//mu);
  expect(stdout).toContain("Picture with the card open: .output/screenshots/article.png");
});

test("opens another page by its address", async () => {
  const page = html("<p>The harbour master spoke of Volodymyr Zelensky and of NATO.</p>");
  const server = await servePages({ "/": page });
  try {
    const { code, stdout, stderr } = await start(server.origin);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^On this page: 2 cards, 2 mentions$/mu);
    expect(stdout).toMatch(/^\[1\] “.+” .+ https:\/\//mu);
    expect(stdout).toContain("Picture with the card open: .output/screenshots/page.png");
  } finally {
    await server.stop();
  }
});

for (const [what, given, said] of [
  ["no address", ["http://"], "is not an address"],
  ["an address where nothing is", ["http://nowhere.invalid/"], "cannot be opened: net::ERR_NAME_NOT_RESOLVED"],
  ["an option that there is not", ["--quick"], "Unknown option '--quick'"],
  ["two addresses", ["https://one.example/", "https://two.example/"], "One address"],
] as const) {
  test(`says plainly what is wrong with ${what}`, async () => {
    const { code, stderr } = await start(...given);
    expect(code).toBe(1);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain("    at ");
  });
}
