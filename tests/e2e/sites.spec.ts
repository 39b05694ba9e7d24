import { expect } from "@playwright/test";
import { test } from "../support/extended-page.ts";
import { html } from "../support/page-html.ts";
import { visibleMarks } from "../support/reading.ts";

const { body } = html("<p>Volodymyr Zelensky named Crimea.</p>");

test("rules count where they are meant: by pattern, port, whole address, letters of any script, and number", async ({
  page,
  chromium,
  openPopup,
}) => {
  // No name of these is asked for: the browser is answered before.
  await page.route(/^http:/u, (route) => route.fulfill({ contentType: "text/html", body }));
  const options = await chromium.context.newPage();
  await options.goto(chromium.urlOf("options.html"));
  const field = options.locator('[data-setting="siteRules"]');
  const add = async (patterns: string, button: string) => {
    const before = await field.getByRole("listitem").count();
    await field.getByRole("textbox").fill(patterns);
    await field.getByRole("button", { name: button }).click();
    await expect(field.getByRole("listitem")).toHaveCount(before + patterns.split(" ").length);
    await expect(field.getByRole("textbox")).toHaveValue("");
  };
  const isOn = async (address: string) => {
    await page.goto(`http://${address}/`);
    await expect.poll(async () => (await chromium.digestOf(page)).state, address).not.toBe("reading");
    const { state } = await chromium.digestOf(page);
    await expect.poll(async () => (await visibleMarks(page)).length, address).toBe(state === "off" ? 0 : 2);
    return state !== "off";
  };
  await add("*.example.org localhost:3000 https://www.Bücher.example/neu?x=1 *.президент.укр", "Off there");
  await add("0:0:0:0:0:0:0:1 192.0.2.7:8080", "Off there");
  await add("kept.example.org", "On there");
  for (const [address, expected] of [
    ["example.org", false],
    ["news.example.org", false],
    ["a.b.example.org:8080", false],
    ["kept.example.org", true],
    ["notexample.org", true],
    ["localhost:3000", false],
    ["localhost:4000", false],
    ["127.0.0.1", true],
    ["www.bücher.example", false],
    ["bücher.example", true],
    ["мой.президент.укр", false],
    ["[::1]:8080", false],
    ["[::2]", true],
    ["192.0.2.7", false],
  ] as const)
    expect(await isOn(address), address).toBe(expected);

  await page.goto("http://www.bücher.example/");
  const popup = await openPopup();
  await expect(popup.locator(".site-switch")).toContainText("Off for www.bücher.example");
  await popup.getByRole("switch").click();
  await page.bringToFront();
  await expect.poll(async () => (await visibleMarks(page)).length).toBe(2);
  await add("*", "Off there");
  expect(await isOn("127.0.0.1")).toBe(false);
  expect(await isOn("kept.example.org")).toBe(true);
  // What names no site stays in the line, and is told.
  await field.getByRole("textbox").fill("www.*.org 127.1 one.example");
  await field.getByRole("textbox").press("Enter");
  await expect(field.getByRole("textbox")).toHaveValue("www.*.org 127.1");
  await expect(field.getByText("127.1", { exact: false }).first()).toBeVisible();
  await options.close();
});
