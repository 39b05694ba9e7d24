import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, expect, test } from "vitest";
import { articlePage } from "../support/article-page.ts";
import { createFirefoxCardReader } from "../support/firefox-card-reader.ts";
import { answerPermission, openOwnTab, openPopup, openSideBar, takeAccess } from "../support/firefox-own-pages.ts";
import { copyExtension, installExtension } from "../support/launch-firefox.ts";
import { openFirefoxPage } from "../support/open-firefox-page.ts";
import { restOn, serialise, visibleMarks } from "../support/reading.ts";

// The journeys of `journey.spec.ts`, in Firefox.

const patience = { timeout: 15_000, interval: 100 };

const { browser, page, close } = await openFirefoxPage({ "/": { body: articlePage() } });
afterAll(close);

const marked = async () => (await visibleMarks(page)).map(({ words }) => words);
const marks = () => expect.poll(marked, patience);

/** Presses the first control of an own page whose label or text begins so, once it is there. */
async function press(own: Page, name: string): Promise<void> {
  const find = async () => {
    const found = await own.evaluateHandle((wanted) => {
      const controls = [...document.querySelectorAll<HTMLInputElement>("button, input")];
      const textsOf = (control: HTMLInputElement) => [control, ...(control.labels ?? [])].map((one) => one.textContent);
      return controls.find((control) => textsOf(control).some((text) => text?.trim().startsWith(wanted)));
    }, name);
    return found.asElement() as ElementHandle<HTMLInputElement> | null;
  };
  await expect.poll(async () => (await find()) !== null, patience).toBe(true);
  await (await find())?.click();
}

test("names are marked, and the page stays as it was", async () => {
  await expect.poll(marked, patience).toEqual(expect.arrayContaining(["Volodymyr Zelensky", "NATO", "Sky News"]));
  const html = await serialise(page);
  expect(html).not.toContain("context-card");
});

test("a card opens where the pointer rests, unfolds a source, and goes with a press elsewhere", async () => {
  const card = createFirefoxCardReader(page);
  await restOn(page, "Sky News");
  await expect.poll(() => card.text(), patience).toContain("In the article");
  const before = (await card.text())?.length ?? 0;
  await card.clickButton(/^Source 1:/u);
  await expect.poll(async () => (await card.text())?.length, patience).toBeGreaterThan(before);
  await page.mouse.click(20, 400);
  await expect.poll(() => card.text(), patience).toBeUndefined();
});

test("the popup tells what the page holds, and finds a card by a name in another language", async () => {
  const popup = await openPopup(browser, page);
  await expect.poll(() => popup.text(), patience).toMatch(/On this page[\s\S]*Volodymyr Zelensky/u);
  await popup.lookUp("Крым");
  await expect.poll(() => popup.textOf(".card h2"), patience).toBe("Crimea");
  await popup.close();
});

test("a setting changed on the options page counts in the open tab", async () => {
  const options = await openOwnTab(browser, "options.html");
  await press(options, "Organisations");
  await page.bringToFront();
  await marks().not.toContain("NATO");
  expect(await marked()).toContain("Volodymyr Zelensky");
  await options.bringToFront();
  await press(options, "Organisations");
  await page.bringToFront();
  await marks().toContain("NATO");
  await options.close();
});

test("a site switched off in the popup stays off, and comes back", async () => {
  let popup = await openPopup(browser, page);
  await popup.press("Context Cards on 127.0.0.1");
  await marks().toEqual([]);
  await popup.close();
  await page.reload();
  popup = await openPopup(browser, page);
  await expect.poll(() => popup.text(), patience).toContain("Context Cards is off on this site");
  expect(await marked()).toEqual([]);
  await popup.press("Context Cards on 127.0.0.1");
  await marks().toContain("NATO");
  await popup.close();
});

test("the side bar tells what the page holds, and shows a card beside it", async () => {
  const bar = await openSideBar(browser, page);
  await expect.poll(() => bar.text(), patience).toContain("On this page");
  await bar.press("Volodymyr Zelensky");
  await expect.poll(() => bar.textOf(".card"), patience).toMatch(/Volodymyr Zelensky[\s\S]*Background/u);
  await bar.close();
});

test("an update takes the open tab over", async () => {
  const card = createFirefoxCardReader(page);
  const openCard = async () => {
    await marks().toContain("Sky News");
    await restOn(page, "Sky News");
    await expect.poll(() => card.text(), patience).toContain("In the article");
    expect(await page.$$eval("context-card-host", (hosts) => hosts.length)).toBe(1);
  };
  await openCard();
  const newer = copyExtension("2.0");
  await installExtension(browser, newer);
  await expect.poll(() => page.$$eval("context-card-host", (hosts) => hosts.length), patience).toBe(0);
  await openCard();
  await page.keyboard.press("Escape");
  const popup = await openPopup(browser, page);
  await expect.poll(() => popup.text(), patience).toContain("Updated to version 2.0.");
  await popup.close();
});

test("without access to websites nothing is marked; side bar and popup say so, and ask for it", async () => {
  await takeAccess(browser);
  await page.reload();
  const bar = await openSideBar(browser, page);
  await expect.poll(() => bar.text(), patience).toContain("has not let Context Cards read web pages");
  await bar.close();
  expect(await marked()).toEqual([]);

  // The press of its button is an access to this page, for this once.
  const popup = await openPopup(browser, page);
  await expect.poll(() => popup.text(), patience).toContain("because you pressed its button");
  await marks().toContain("NATO");
  await popup.press("Let it read web pages");
  expect(await answerPermission(browser, "deny")).toContain("Context Cards");
  await page.reload();
  const again = await openSideBar(browser, page);
  await expect.poll(() => again.text(), patience).toContain("has not let Context Cards read web pages");
  await again.press("Let it read web pages");
  await answerPermission(browser, "allow");
  await page.reload();
  await marks().toContain("NATO");
  await expect.poll(() => again.text(), patience).toContain("On this page");
  expect(await again.text()).not.toContain("because you pressed its button");
  await again.close();
});
