import { expect, type Page } from "@playwright/test";
import { articlePage } from "../support/article-page.ts";
import { test } from "../support/extended-page.ts";
import { html } from "../support/page-html.ts";

interface Suggestion {
  content: string;
  description: string;
}

/** The little of the extension API that the browser's own parts would use. */
interface ExtensionApi {
  omnibox: {
    setDefaultSuggestion(suggestion: { description: string }): void;
    onInputChanged: { dispatch(text: string, suggest: (found: Suggestion[]) => void): void };
    onInputEntered: { dispatch(text: string, where: string): void };
  };
  contextMenus: {
    update(id: string, change: { contexts: string[] }): Promise<void>;
    onClicked: { dispatch(info: object, tab: object): void };
  };
}

declare const chrome: ExtensionApi;

test.describe("look-up in the address bar", () => {
  test("suggests cards with the reason, in markup that the browser accepts", async ({ chromium }) => {
    const suggest = (text: string) =>
      chromium.background.evaluate(async (typed) => {
        const { omnibox } = chrome;
        const setDefault = omnibox.setDefaultSuggestion;
        let first = "";
        omnibox.setDefaultSuggestion = (suggestion) => {
          first = suggestion.description;
          // The browser throws at descriptions that it cannot read.
          setDefault.call(omnibox, suggestion);
        };
        try {
          const others = await new Promise<Suggestion[]>((resolve) => omnibox.onInputChanged.dispatch(typed, resolve));
          return [first, ...others.map(({ description }) => description)];
        } finally {
          omnibox.setDefaultSuggestion = setDefault;
        }
      }, text);

    expect((await suggest("cri"))[0]).toMatch(/^<match>Crimea<\/match><dim> · Place · <\/dim><dim>.+<\/dim>$/u);
    expect((await suggest("зеленського"))[0]).toBe(
      "Volodymyr Zelensky<dim> · Person · </dim><match>Зеленського</match>",
    );
    expect((await suggest("nato")).length).toBeGreaterThan(3);
    expect((await suggest("trump’s inauguration"))[0]).toContain("Inauguration");
    expect(await suggest('<&>"\uFFFF')).toEqual(["<dim>No card has a name like this.</dim>"]);
    expect(await suggest("")).toEqual(["<dim>Type a name to look up its card</dim>"]);
  });

  test("opens what is chosen, or what was typed, in a page of its own", async ({ chromium, page }) => {
    const enter = async (text: string, where: string) => {
      await page.bringToFront();
      await chromium.background.evaluate(([typed, place]) => chrome.omnibox.onInputEntered.dispatch(typed, place), [
        text,
        where,
      ] as const);
    };
    await page.goto("about:blank");
    await enter("Crimea", "currentTab");
    await expect(page.getByRole("heading", { name: "Crimea", exact: true })).toBeVisible();
    await expect(page).toHaveTitle("Crimea");

    const opened = chromium.context.waitForEvent("page");
    await enter("footbal", "newForegroundTab");
    const other = await opened;
    await expect(other.getByRole("combobox")).toHaveValue("footbal");
    await expect(other.getByText("No card has a name like this.")).toBeVisible();
    await other.close();
  });
});

test("the page of a card leads to others and back, and remembers what was opened until told to forget", async ({
  chromium,
  page,
}) => {
  await page.goto(chromium.urlOf("card.html?card=crimea"));
  await expect(page.getByRole("heading", { name: "Crimea", exact: true })).toBeVisible();
  await page.getByRole("combobox").fill("北约");
  await expect(page.getByRole("option").first()).toContainText("NATO");
  await expect(page.getByRole("option").first()).toContainText("北约 Chinese");
  await expect(page.getByRole("heading", { name: "Crimea", exact: true })).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "NATO", exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Crimea", exact: true })).toBeVisible();

  await page.getByRole("button", { name: /^Since then/u }).click();
  await expect(page.getByRole("heading", { name: /^Since then/u })).toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);

  await page.goto(chromium.urlOf("card.html?card=atlantis"));
  await expect(page.getByRole("alert")).toContainText("no such card");
  await page.goto(chromium.urlOf("card.html"));
  await expect(page.getByRole("combobox")).toBeFocused();
  const recent = page.getByRole("navigation", { name: "Opened recently" });
  await expect(recent.getByRole("listitem")).toHaveText(["Crimea", "NATO"]);
  await recent.getByRole("button", { name: "NATO" }).click();
  await expect(page.getByRole("heading", { name: "NATO", exact: true })).toBeVisible();
  await page.goBack();
  await recent.getByRole("button", { name: "Forget" }).click();
  await expect(recent).toBeHidden();
  await page.reload();
  await expect(page.getByRole("combobox")).toBeFocused();
  await expect(recent).toBeHidden();
});

test.describe("look-up of what is selected", () => {
  /** As the browser does when the menu's entry is chosen, in the frame with this number. */
  async function choose(
    { background, tabIdOf }: Parameters<Parameters<typeof test>[2]>[0]["chromium"],
    page: Page,
    text: string,
    frameId = 0,
  ) {
    const id = await tabIdOf(page);
    await background.evaluate(
      async ([tab, selectionText, frame]) => {
        // Rejects if there is no such entry.
        await chrome.contextMenus.update("look-up-selection", { contexts: ["selection"] });
        chrome.contextMenus.onClicked.dispatch(
          { menuItemId: "look-up-selection", selectionText, frameId: frame },
          { id: tab },
        );
      },
      [id, text, frameId] as const,
    );
  }

  const selectWords = (page: Page, selector: string) =>
    page.evaluate((wanted) => {
      const element = document.querySelector(wanted);
      if (element) document.getSelection()?.selectAllChildren(element);
      return document.getSelection()?.toString() ?? "";
    }, selector);

  test("opens the card over the words, and keeps it there", async ({ chromium, page, card, serve }) => {
    const server = await serve({
      "/": html("<p>They all spoke of the <b id=x>Budapst <i>Memorandum</i></b> again.</p>"),
    });
    await page.goto(server.origin);
    await expect.poll(async () => (await chromium.digestOf(page)).state).toBe("ready");
    await choose(chromium, page, await selectWords(page, "#x"));
    await expect.poll(async () => (await card.read())?.name).toBe("Budapest Memorandum");
    const box = await card.box();
    const words = await page.locator("#x").boundingBox();
    expect(words && Math.abs(box.y - (words.y + words.height))).toBeLessThan(20);
    await page.mouse.move(900, 700);
    await page.mouse.move(1000, 800);
    await page.keyboard.press("Escape");
    await expect.poll(() => card.read()).toBeUndefined();
  });

  test("opens it in a page of its own where the extension is off, cannot be, or nothing is found", async ({
    chromium,
    page,
    serve,
  }) => {
    const server = await serve({
      "/": { body: articlePage() },
      "/off": html("<p id=x>Crimea</p>", '<meta name="context-cards" content="off">'),
    });
    const inNewTab = async (text: string) => {
      const opened = chromium.context.waitForEvent("page");
      await choose(chromium, page, text);
      return opened;
    };
    await page.goto(`${server.origin}/off`);
    await expect.poll(async () => (await chromium.digestOf(page)).state).toBe("off");
    await selectWords(page, "#x");
    const off = await inNewTab("Crimea");
    await expect(off.getByRole("heading", { name: "Crimea", exact: true })).toBeVisible();
    await off.close();

    await page.goto("chrome://version");
    const elsewhere = await inNewTab("Зеленський");
    await expect(elsewhere.getByRole("heading", { name: "Volodymyr Zelensky" })).toBeVisible();
    await elsewhere.close();

    await page.goto(server.origin);
    const unknown = await inNewTab("xyzzy");
    await expect(unknown.getByRole("combobox")).toHaveValue("xyzzy");
    await unknown.close();
  });
});
