/**
 * Builds the extension and opens Chromium with it, on the bundled article or on the address given. Without a display:
 * or with `--headless`, prints what it found on the page and one card, and keeps a picture of it. `--built`: takes what was
 * built before.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Page } from "@playwright/test";
import type { Digest } from "#core/messages.ts";
import { cardText } from "#core/pack/card-text.ts";
import { viewCard } from "#core/pack/card-view.ts";
import { articlePage } from "../tests/support/article-page.ts";
import { createCardReader } from "../tests/support/card-reader.ts";
import { englishWords } from "../tests/support/english-words.ts";
import { type ExtendedChromium, launchExtendedChromium } from "../tests/support/launch-chromium.ts";
import { restAt, restOn, visibleMarks } from "../tests/support/reading.ts";
import { servePages } from "../tests/support/serve-pages.ts";
import { until } from "../tests/support/until.ts";
import { BrowserMissingError } from "./find-browser.ts";

/** What a reader can be told in one line. */
class PlainError extends Error {}

const pictures = ".output/screenshots";
const patienceMs = 30_000;

try {
  await main(readArguments());
} catch (error) {
  if (!(error instanceof PlainError || error instanceof BrowserMissingError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

interface Wish {
  /** Undefined for the bundled article. */
  address: string | undefined;
  headless: boolean;
  isBuilt: boolean;
}

async function main({ address, headless, isBuilt }: Wish): Promise<void> {
  if (!isBuilt) build();
  const server = await servePages({ "/": { body: articlePage() } });
  const chromium = await launchExtendedChromium({ headless, scale: 2 });
  try {
    const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
    await open(page, address ?? `${server.origin}/`);
    if (headless) await report(chromium, page, address === undefined);
    else await watch(chromium);
  } finally {
    await chromium.context.close();
    await server.stop();
  }
}

function readArguments(): Wish {
  const hasDisplay = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const options = { built: { type: "boolean" }, headless: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length > 1) throw new PlainError("One address, please.");
    const address = positionals[0] && readAddress(positionals[0]);
    return { address, headless: values.headless ?? !hasDisplay, isBuilt: values.built ?? false };
  } catch (error) {
    throw error instanceof PlainError ? error : new PlainError(String(error));
  }
}

function build(): void {
  console.log("Building the extension …");
  const command = ["node_modules/wxt/bin/wxt.mjs", "build"];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (status !== 0) throw new PlainError(`${stdout}${stderr}`);
}

function readAddress(text: string): string {
  const address = /^[a-z][a-z+.-]*:/iu.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) throw new PlainError(`“${text}” is not an address.`);
  return address;
}

async function open(page: Page, address: string): Promise<void> {
  try {
    await page.goto(address, { waitUntil: "load", timeout: patienceMs });
  } catch (error) {
    const reason = String(error).match(/net::\w+|Timeout \d+ms/u)?.[0] ?? "it cannot be loaded";
    throw new PlainError(`${address} cannot be opened: ${reason}.`);
  }
}

/** Leaves the browser to the reader until its last page is closed. */
async function watch({ context }: ExtendedChromium): Promise<void> {
  console.log("Rest on a marked name to see its card. Close the browser to end.");
  await new Promise<void>((resolve) => {
    const endWithLast = (page: Page) =>
      page.once("close", () => {
        if (context.pages().length === 0) resolve();
      });
    for (const page of context.pages()) endWithLast(page);
    context.on("page", endWithLast);
    context.once("close", () => resolve());
  });
}

async function report(chromium: ExtendedChromium, page: Page, isArticle: boolean): Promise<void> {
  const digest = await readDigest(chromium, page);
  const { cards } = await import("#packs/cards.js");
  const titleOf = (id: string) => cards.cards[id]?.title ?? id;
  const mentions = digest.entries.reduce((sum, { count }) => sum + count, 0);
  console.log(`\n${await page.title()}\n${page.url()}\n`);
  console.log(`On this page: ${digest.entries.length} cards, ${mentions} mentions`);
  const width = Math.max(...digest.entries.map(({ card }) => titleOf(card).length));
  for (const { card, count } of digest.entries) {
    console.log(`  ${titleOf(card).padEnd(width)}  ${String(count).padStart(4)}  ${card}`);
  }
  const [first] = digest.entries;
  if (!first) return console.log("None of the story’s people or topics is named here.");

  const title = await openCard(page, isArticle);
  const shown = Object.values(cards.cards).find((card) => card.title === title)?.id ?? first.card;
  const view = viewCard(cards, shown);
  if (view) console.log(`\n${cardText(view, englishWords)}\n`);
  mkdirSync(pictures, { recursive: true });
  const picture = `${pictures}/${isArticle ? "article" : "page"}.png`;
  await page.screenshot({ path: picture });
  console.log(title ? `Picture with the card open: ${picture}` : `No card opened; the page as it is: ${picture}`);
}

async function readDigest(chromium: ExtendedChromium, page: Page): Promise<Digest> {
  const read = async () => {
    const digest = await chromium.digestOf(page).catch(() => undefined);
    return digest?.state === "reading" ? undefined : digest;
  };
  return until(read, patienceMs).catch(() => {
    throw new PlainError(`${page.url()} was opened, but the extension does not run there.`);
  });
}

/** Rests on a mention as a reader does, unfolds a citation, and answers the card's title. */
async function openCard(page: Page, isArticle: boolean): Promise<string | undefined> {
  const reader = await createCardReader(page);
  if (isArticle) await restOn(page, "Volodymyr Zelensky");
  else {
    const [mark] = await visibleMarks(page);
    if (!mark) return undefined;
    await restAt(page, mark);
  }
  const card = await until(() => reader.read(), patienceMs / 3).catch(() => undefined);
  if (card?.buttons.some((name) => /^Source \d/u.test(name))) await reader.click("button", /^Source \d/u);
  return card?.name;
}
