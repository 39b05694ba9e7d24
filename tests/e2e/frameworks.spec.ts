import { expect } from "@playwright/test";
import { test } from "../support/extended-page.ts";
import { frameworkStory, frameworks } from "../support/framework-story.ts";
import { restOn, serialise, visibleMarks } from "../support/reading.ts";

for (const framework of frameworks) {
  test(`a page written in ${framework} is marked before and after it takes over its markup, and never notices`, async ({
    page,
    plain,
    card,
    chromium,
    serve,
    complaints,
  }) => {
    // Building the story takes as long as telling it.
    test.slow();
    const words = async () => (await visibleMarks(page)).map((mark) => mark.words);
    const counted = async () => (await chromium.digestOf(page)).entries.reduce((sum, { count }) => sum + count, 0);
    const press = (name: string) => page.getByRole("button", { name }).click();
    const server = await serve(await frameworkStory(framework));
    await page.goto(server.origin);
    await expect
      .poll(words)
      .toEqual(["Zelensky", "Volodymyr Zelensky", "NATO umbrella", "Vladimir Putin", "Donald Trump"]);

    await page.evaluate(() => dispatchEvent(new Event("hydrate")));
    await expect(page.locator("html[data-hydrated]")).toBeAttached();
    await press("More");
    await expect(page.getByRole("heading")).toHaveText("Live: 1 new lines");
    const head = ["Volodymyr Zelensky", "NATO umbrella"];
    await expect.poll(words).toEqual([...head, "Boris Johnson", "ceasefire"]);
    // What was emptied or taken away is not kept unseen, either.
    expect(await counted()).toBe(4);

    await restOn(page, "Boris Johnson");
    await expect.poll(async () => (await card.read())?.name).toBe("Boris Johnson");
    await press("More");
    await expect.poll(words).toEqual([...head, "Crimea", "Boris Johnson", "ceasefire"]);
    await press("Turn over");
    await press("More");
    await expect.poll(words).toEqual([...head, "Boris Johnson", "ceasefire", "Crimea", "Sky News"]);
    await expect(page.locator("context-card-host")).toHaveCount(0);

    const bare = await plain.newPage();
    await bare.goto(server.origin);
    await bare.evaluate(() => dispatchEvent(new Event("hydrate")));
    for (const name of ["More", "More", "Turn over", "More"]) await bare.getByRole("button", { name }).click();
    await expect(bare.getByRole("listitem")).toHaveCount(3);
    expect(await serialise(page)).toBe(await serialise(bare));
    await bare.close();
    expect(complaints).toEqual([]);
  });
}
