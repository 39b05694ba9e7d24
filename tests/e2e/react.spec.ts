import { expect } from "@playwright/test";
import { test } from "../support/extended-page.ts";
import { reactStory } from "../support/react-story.ts";
import { restOn, visibleMarks } from "../support/reading.ts";

test.describe("a page written in React", () => {
  test("is marked before and after it takes over its markup, and never notices", async ({
    page,
    card,
    serve,
    complaints,
  }) => {
    const words = async () => (await visibleMarks(page)).map((mark) => mark.words);
    const server = await serve(await reactStory());
    await page.goto(server.origin);
    const atFirst = ["Zelensky", "Volodymyr Zelensky", "NATO umbrella", "Donald Trump"];
    await expect.poll(words).toEqual(atFirst);

    await page.evaluate(() => dispatchEvent(new Event("hydrate")));
    await expect(page.locator("html[data-hydrated]")).toBeAttached();
    await page.getByRole("button", { name: "More" }).click();
    await expect(page.getByRole("heading")).toHaveText("Live: 1 new lines");
    await expect.poll(words).toEqual(["Volodymyr Zelensky", "NATO umbrella", "Boris Johnson", "ceasefire"]);

    await restOn(page, "Boris Johnson");
    await expect.poll(async () => (await card.read())?.name).toBe("Boris Johnson");
    await page.getByRole("button", { name: "More" }).click();
    await expect.poll(words).toEqual(["Volodymyr Zelensky", "NATO umbrella", "Crimea", "Boris Johnson", "ceasefire"]);
    expect(complaints).toEqual([]);
  });
});
