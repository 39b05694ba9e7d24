import { expect, type Page } from "@playwright/test";
import { test } from "../support/extended-page.ts";
import { pointOf, restOn } from "../support/reading.ts";
import type { ServedPage } from "../support/serve-pages.ts";
import { makeJourney, type Visit } from "../support/untouched.ts";
import { bundledApp, plainApp, quillApp, reactApp } from "../support/untouched-apps.ts";

interface Case {
  title: string;
  app(): Promise<Record<string, ServedPage>>;
  journey(visit: Visit): Promise<void>;
}

// Each journey is made twice, by many small steps.
test.describe.configure({ timeout: 120_000 });

const cases: Case[] = [
  { title: "a rich editor (Quill)", app: quillApp, journey: writeInQuill },
  { title: "a rich editor of its own making", app: () => plainApp("own-editor"), journey: writeInOwnEditor },
  {
    title: "a code editor (CodeMirror)",
    app: () => bundledApp("code-editor", "code-editor.mjs"),
    journey: writeCode,
  },
  { title: "a page that React takes over", app: reactApp, journey: workAtDesk },
  { title: "a form", app: () => plainApp("form"), journey: fillInForm },
  { title: "a drawing on a canvas", app: () => plainApp("canvas"), journey: draw },
];

for (const { title, app, journey } of cases) {
  test(`${title} is the same to its reader with the extension and without`, async ({
    page,
    card,
    plain,
    serve,
    complaints,
  }) => {
    const { origin } = await serve(await app());
    const bare = await plain.newPage();
    const expected = await makeJourney(bare, origin, journey);
    await bare.close();
    const seen = await makeJourney(page, origin, journey, card);
    for (const [index, moment] of seen.entries()) expect(moment, moment.step).toEqual(expected[index]);
    expect(seen.length).toBe(expected.length);
    expect(expected.flatMap(({ errors }) => errors)).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

async function writeInQuill({ page, note, expectMarks, readCard }: Visit): Promise<void> {
  await expectMarks(story);
  await note("as it came");
  await clickAt(page, "read it");
  await page.keyboard.press("End");
  await page.keyboard.type(" Then Ukraine wrote to NATO.");
  await note("typed at a paragraph’s end");
  await readCard("NATO umbrella", "NATO umbrella", () => page.keyboard.type(" Crimea too."));
  await note("typed under an open card");
  await page.keyboard.press("Control+b");
  await page.keyboard.type(" Boris Johnson");
  await page.keyboard.press("Control+b");
  await note("typed in bold");
  await restOn(page, "Vladimir Putin");
  await selectWord(page, "Trump");
  await note("selected a word");
  await readCard("Boris Johnson was", "Boris Johnson");
  await note("selected a word, and read a card");
  await page.keyboard.type("Tusk");
  await note("typed over it");
  await selectWord(page, "Crimea");
  await page.locator(".ql-bold").click();
  await note("made a word bold by its button");
  for (const keys of ["Control+z", "Control+z", "Control+z", "Control+z", "Control+Shift+z", "Control+Shift+z"]) {
    await page.keyboard.press(keys);
    await note(keys);
  }
  await selectAcross(page, "Volodymyr Zelensky spoke", "Friday");
  await note("selected in the story");
  await expectMarks(story);
}

async function writeInOwnEditor({ page, note, expectMarks, readCard }: Visit): Promise<void> {
  await expectMarks(story);
  await note("as it came");
  await clickAt(page, "The end");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("NATO and Ukraine met Zelensky.");
  await note("typed a paragraph");
  await readCard("NATO umbrella", "NATO umbrella", () => page.keyboard.type(" Crimea too."));
  await note("typed under an open card");
  await selectWord(page, "Trump");
  await page.getByRole("button", { name: "Bold" }).click();
  await note("made a word bold");
  await readCard("Boris Johnson", "Boris Johnson");
  await note("read another card");
  await page.keyboard.press("Backspace");
  await note("deleted it");
  for (const keys of ["Control+z", "Control+z", "Control+z", "Control+Shift+z", "Control+z", "Control+z"]) {
    await page.keyboard.press(keys);
    await note(keys);
  }
  await page.getByRole("button", { name: "Lock" }).click();
  await readCard("Ukraine", "Ukraine");
  await note("locked, and read a card in it");
  await page.getByRole("button", { name: "Unlock" }).click();
  await expectMarks(story);
  await clickAt(page, "read it");
  await page.keyboard.type("Kherson ");
  await note("unlocked, and typed");
  await selectAcross(page, "Boris Johnson was", "again");
  await note("selected in the story");
}

async function writeCode({ page, note, expectMarks, readCard }: Visit): Promise<void> {
  await expectMarks(story);
  await note("as it came");
  await clickAt(page, "Crimea is named");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type('const Ukraine = ["NATO", "Zelensky"];');
  await note("typed a line");
  await readCard("NATO umbrella", "NATO umbrella", () => page.keyboard.type(" // Crimea"));
  await note("typed under an open card");
  await restOn(page, "Vladimir Putin");
  await selectWord(page, "Trump");
  await note("selected a word");
  await readCard("Boris Johnson", "Boris Johnson");
  await page.keyboard.type("Tusk");
  await note("read a card, and typed over it");
  for (const keys of ["Control+z", "Control+z", "Control+z", "Control+y", "Control+y", "Control+Home", "Control+a"]) {
    await page.keyboard.press(keys);
    await note(keys);
  }
  await selectAcross(page, "Volodymyr Zelensky spoke", "Friday");
  await note("selected in the story");
  await expectMarks(story);
}

async function workAtDesk({ page, note, expectMarks, readCard }: Visit): Promise<void> {
  const served = ["Ukraine", "Volodymyr Zelensky", "NATO umbrella", "Ukraine", "NATO"];
  const lines = ["Volodymyr Zelensky", "Donald Trump", "Crimea"];
  await expectMarks([...story.slice(0, 2), ...served, ...lines, ...story.slice(2)]);
  await note("as a server sent it");
  await readCard("Donald Trump", "Donald Trump");
  await page.evaluate("void app.hydrate()");
  await note("taken over");
  await readCard("Crimea", "Crimea", () => page.getByRole("button", { name: "Turn" }).focus());
  await page.keyboard.press("Enter");
  await note("turned by a key");
  await page.getByRole("textbox").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Boris Johnson named Kherson");
  await note("typed in a controlled field");
  await page.keyboard.press("Control+z");
  await note("undone in it");
  await page.keyboard.press("Control+Shift+z");
  await page.getByRole("button", { name: "Add" }).click();
  await note("added a line");
  await expectMarks([
    ...story.slice(0, 2),
    ...["Ukraine", "Volodymyr Zelensky", "NATO umbrella", "Boris Johnson", "Kherson"],
    ...["Boris Johnson", "Kherson", "Crimea", "Donald Trump", "Volodymyr Zelensky"],
    ...story.slice(2),
  ]);
  await readCard("Kherson", "Kherson");
  for (let time = 0; time < 4; time++) await page.getByRole("button", { name: "Drop" }).click();
  await note("dropped them all");
  await selectAcross(page, "lines on", "NATO umbrella:");
  await note("selected across its parts");
}

async function fillInForm({ page, note, expectMarks, readCard }: Visit): Promise<void> {
  const labels = ["Crimea", "Ukraine", "NATO", "Donald Trump", "Vladimir Putin", "Ukraine", "Zelensky"];
  await expectMarks([...story.slice(0, 2), ...labels]);
  await note("as it came");
  await page.locator("[name=name]").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Zelensky of Ukraine");
  await readCard("NATO umbrella", "NATO umbrella", () => page.keyboard.type(" and NATO"));
  await note("typed a name under an open card");
  await page.keyboard.press("Control+z");
  await note("undone");
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Crimea is in Ukraine.");
  await page.keyboard.press("Shift+Control+ArrowLeft");
  await note("wrote the letter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await note("chose whom to");
  await readCard("About Ukraine", "Ukraine", () => clickAt(page, "About Ukraine"));
  await clickAt(page, "About NATO");
  await clickAt(page, "Vladimir Putin", 1);
  await note("ticked by the labels’ names");
  await page.locator("[name=place]").click();
  await page.keyboard.type("Crimea");
  await page.keyboard.press("Tab");
  await clickAt(page, "More about Ukraine");
  await readCard("Kherson", "Kherson");
  await note("opened more");
  await page.getByRole("button", { name: "Send to Zelensky" }).click();
  await note("sent");
  await readCard("Crimea?", "Crimea");
  await page.locator("[name=name]").fill("");
  await page.locator("[name=name]").press("Enter");
  await note("refused to send without a name");
  await page.getByRole("button", { name: "Start again" }).click();
  await note("reset");
}

async function draw({ page, note, expectMarks, readCard }: Visit): Promise<void> {
  await expectMarks(story);
  await note("as it came");
  await stroke(page, 30, 60);
  await note("drew a line");
  await readCard("NATO umbrella", "NATO umbrella");
  await stroke(page, 60, 120);
  await stroke(page, 10, 200);
  await note("read a card, and drew two");
  const undo = page.getByRole("button", { name: "Undo" });
  await readCard("Boris Johnson", "Boris Johnson", () => undo.press("Enter"));
  await note("undone under an open card");
  await undo.click();
  await page.getByRole("button", { name: "Redo" }).click();
  await note("undone and done again");
  await expectMarks(story);
}

/** What is marked in the paragraphs above and below each application. */
const story = ["Volodymyr Zelensky", "NATO umbrella", "Boris Johnson", "Crimea"];

async function clickAt(page: Page, words: string, nth = 0): Promise<void> {
  const { x, y } = await pointOf(page, words, nth);
  await page.mouse.click(x, y);
}

async function selectWord(page: Page, word: string): Promise<void> {
  const { x, y } = await pointOf(page, word);
  await page.mouse.dblclick(x, y);
}

async function selectAcross(page: Page, first: string, last: string): Promise<void> {
  const [from, to] = [await pointOf(page, first), await pointOf(page, last)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

/** Draws with the pointer from the canvas's left to its right. */
async function stroke(page: Page, top: number, bottom: number): Promise<void> {
  const box = await page.locator("canvas").boundingBox();
  if (!box) throw new Error("the canvas does not show");
  await page.mouse.move(box.x + 20, box.y + top);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + bottom, { steps: 6 });
  await page.mouse.up();
}
