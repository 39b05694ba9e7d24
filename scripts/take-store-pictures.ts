/** Part of `npm run pictures`: what the stores show of the extension, in the sizes they ask for, into `docs/store`. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { articlePage } from "../tests/support/article-page.ts";
import { type CardReader, createCardReader } from "../tests/support/card-reader.ts";
import { launchExtendedChromium } from "../tests/support/launch-chromium.ts";
import { restOn } from "../tests/support/reading.ts";
import { until } from "../tests/support/until.ts";
import { untilMarked } from "../tests/support/until-marked.ts";

const folder = "docs/store";
const screen = { width: 1280, height: 800 };
const icon = `data:image/svg+xml;base64,${readFileSync("public/icon/icon.svg").toString("base64")}`;

const ukrainian = `<!doctype html><html lang="uk"><meta charset="utf-8"><title>Новини</title><link rel="icon" href="data:,">
<style>:root { color-scheme: light dark } body { max-width: 42rem; margin: 3rem auto; font: 21px/1.6 serif } h1 { font-size: 2.2rem; line-height: 1.2 }</style>
<h1>Зеленський: запрошення до НАТО не може стосуватися лише частини України</h1>
<p>Президент Володимир Зеленський сказав в інтерв’ю Sky News, що «парасолька НАТО» над підконтрольною територією могла б
зупинити гарячу фазу війни, а решту Україна згодом повернула б дипломатичним шляхом.</p>
<p>Дональд Трамп обіцяв закінчити війну до інавгурації. Путін вимагає, щоб українські війська залишили Донецьку, Луганську,
Запорізьку та Херсонську області.</p>`;

mkdirSync(folder, { recursive: true });
/** Under a name that can be shown. */
const site = "http://news.example";
const pages: Readonly<Record<string, string>> = { "/": articlePage(), "/uk": ukrainian };
// By two pixels a point, for what is shown larger on the tiles.
const chromium = await launchExtendedChromium({ scale: 2 });
try {
  const [first, card] = await openCard("/", "NATO umbrella", "light");
  await take(first, "screenshot-1");
  const cardPicture = await pictureOf(first, card);
  await card.click("button", /Accounts differ/u);
  await take(first, "screenshot-2");
  await first.close();

  const [dark] = await openCard("/uk", "Зеленський", "dark");
  await take(dark, "screenshot-3");
  await dark.close();

  await takeWithPopup("screenshot-4");
  const options = await newPage("light");
  await options.goto(chromium.urlOf("options.html"));
  await take(options, "screenshot-5");
  await options.close();

  await takeTile("tile-440x280", 440, 280, cardPicture);
  await takeTile("tile-1400x560", 1400, 560, cardPicture);
  await takeTile("logo-300", 300, 300);
} finally {
  await chromium.context.close();
}

async function newPage(colorScheme: "light" | "dark"): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.setViewportSize(screen);
  await page.emulateMedia({ colorScheme });
  await page.route(`${site}/**`, (route) => {
    const body = pages[new URL(route.request().url()).pathname] ?? "";
    return route.fulfill({ contentType: "text/html; charset=utf-8", body });
  });
  return page;
}

/** Takes the page's picture once nothing in it moves any more. */
async function take(page: Page, name: string): Promise<void> {
  const look = () => page.screenshot({ scale: "css" });
  let [before, now] = [await look(), await look()];
  while (!now.equals(before)) [before, now] = [now, await look()];
  writeFileSync(`${folder}/${name}.png`, now);
}

async function openCard(path: string, words: string, theme: "light" | "dark"): Promise<[Page, CardReader]> {
  const page = await newPage(theme);
  await page.goto(site + path);
  const card = await createCardReader(page);
  await untilMarked(page);
  await restOn(page, words);
  await until(() => card.read());
  return [page, card];
}

/** The card alone, as the address of a picture. */
async function pictureOf(page: Page, card: CardReader): Promise<string> {
  const picture = await page.screenshot({ clip: await card.box() });
  return `data:image/png;base64,${picture.toString("base64")}`;
}

/** The popup hangs from the toolbar, which no picture of a page shows: it is laid over one. */
async function takeWithPopup(name: string): Promise<void> {
  const page = await newPage("light");
  await page.goto(site);
  await untilMarked(page);
  const popup = await chromium.context.newPage();
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.goto(chromium.urlOf(`popup.html?tab=${await chromium.tabIdOf(page)}`));
  await popup
    .getByRole("button", { name: /^Volodymyr Zelensky/u })
    .first()
    .waitFor();
  const picture = (await popup.screenshot()).toString("base64");
  await popup.close();
  const under = (await page.screenshot()).toString("base64");
  await page.close();
  const both = await newPage("light");
  await both.setContent(`<style>body { margin: 0 } .popup { position: absolute; top: 12px; right: 24px; border-radius: 10px;
    box-shadow: 0 2px 6px #0003, 0 16px 48px #0005 }</style>
    <img src="data:image/png;base64,${under}" width="1280"><img width="400" class="popup" src="data:image/png;base64,${picture}">`);
  await take(both, name);
  await both.close();
}

/** The name, what it is for and, where there is room, a card. */
async function takeTile(name: string, width: number, height: number, picture?: string): Promise<void> {
  const page = await chromium.context.newPage();
  await page.setViewportSize({ width, height });
  const em = picture ? Math.min(width / 28, height / 14) : 20;
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: flex; align-items: center; overflow: hidden; background: #0e3a68; color: #fff;
      font: ${em}px/1.3 system-ui, sans-serif }
    .words { flex: 1; padding-inline: ${picture ? "1.6em" : "0"}; text-align: ${picture ? "start" : "center"} }
    .icon { width: ${picture ? "3.2em" : "9em"}; display: block; margin: ${picture ? "0 0 .5em" : "auto"} }
    h1 { margin: 0; font-size: 1.9em; line-height: 1.1 } p { margin: .5em 0 0; opacity: .9 }
    .card { align-self: start; width: 46%; margin: 1.4em 1.4em 0 0; border-radius: .6em; box-shadow: 0 .4em 2em #0008 }
  </style><div class="words"><img class="icon" src="${icon}">${
    picture ? "<h1>Context Cards</h1><p>Rest on a name. See who says so.</p>" : ""
  }</div>${picture ? `<img class="card" src="${picture}">` : ""}`);
  await take(page, name);
  await page.close();
}
