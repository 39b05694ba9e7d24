import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  // One set of pictures for every machine.
  snapshotPathTemplate: "tests/gallery/{arg}{ext}",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: { actionTimeout: 15_000 },
  reporter: "list",
});
