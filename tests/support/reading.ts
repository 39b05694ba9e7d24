import type { Page } from "@playwright/test";
import type { Page as FirefoxPage } from "puppeteer-core";

/** What is done to a page here, both browsers' drivers can do. */
type AnyPage = Page | FirefoxPage;

/** What a page tells of, alike for both. */
interface Telling {
  on(event: "console", hear: (message: { type(): string; text(): string }) => void): unknown;
  on(event: "pageerror", hear: (error: unknown) => void): unknown;
}

/** A point of the viewport, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/**
 * The middle of the `nth` place (0-based) where the page's text reads `words`, scrolled into view if it is not, once it is at
 * rest. Throws where there is none.
 */
export async function pointOf(page: AnyPage, words: string, nth = 0): Promise<Point> {
  const point = await evaluate(
    page,
    async ([wanted, index]) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const nodes: { node: Text; start: number }[] = [];
      let text = "";
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        // A form's fields may have the names of its members.
        if (node.parentElement && Element.prototype.closest.call(node.parentElement, "script, style")) continue;
        nodes.push({ node, start: text.length });
        text += node.data;
      }
      let at = text.indexOf(wanted);
      for (let seen = 0; seen < index && at >= 0; seen++) at = text.indexOf(wanted, at + 1);
      const first = nodes.findLast(({ start }) => start <= at);
      if (at < 0 || !first) return undefined;
      const range = document.createRange();
      range.setStart(first.node, at - first.start);
      range.setEnd(first.node, Math.min(first.node.length, at - first.start + wanted.length));
      const { top, bottom } = range.getBoundingClientRect();
      const shows = top >= 0 && bottom <= innerHeight;
      if (!shows) first.node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      let box = range.getClientRects()[0];
      // A page that never rests is taken as it is.
      for (let look = 0; look < 30; look++) {
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        const after = range.getClientRects()[0];
        const rests = box?.x === after?.x && box?.y === after?.y;
        box = after;
        if (rests) break;
      }
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    [words, nth] as const,
  );
  if (!point) throw new Error(`the page at ${page.url()} does not read “${words}” (place ${nth})`);
  return point;
}

/** Moves the pointer to the words as a hand does, slowing down, and leaves it there. */
export async function restOn(page: AnyPage, words: string, nth = 0): Promise<Point> {
  const point = await pointOf(page, words, nth);
  await restAt(page, point);
  return point;
}

/** The same, to a point of the viewport. */
export async function restAt(page: AnyPage, { x, y }: Point): Promise<void> {
  await page.mouse.move(Math.max(0, x - 40), Math.max(0, y - 30));
  for (const step of [20, 8, 3, 1, 0]) await page.mouse.move(Math.max(0, x - step), Math.max(0, y - step / 2));
}

/** The page's whole document, the doctype included, as a string. */
export async function serialise(page: AnyPage): Promise<string> {
  return evaluate(
    page,
    () => {
      const type = document.doctype ? new XMLSerializer().serializeToString(document.doctype) : "";
      return type + document.documentElement.outerHTML;
    },
    undefined,
  );
}

/** A mark within the viewport. */
export interface VisibleMark extends Point {
  words: string;
}

/** What is marked in the part of the page that shows, in the order of the text, each with its middle. */
export async function visibleMarks(page: AnyPage): Promise<VisibleMark[]> {
  const find = () => {
    // A static range that a change of the page has outrun is not painted, and is replaced in a moment.
    const isWithin = (node: Node, offset: number) => node.isConnected && offset <= (node.nodeValue ?? "").length;
    const ranges = [...CSS.highlights]
      .filter(([name]) => name.startsWith("context-card"))
      .flatMap(([, highlight]) => [...(highlight as unknown as Iterable<AbstractRange>)])
      .filter(
        ({ startContainer, startOffset, endContainer, endOffset }) =>
          isWithin(startContainer, startOffset) && isWithin(endContainer, endOffset),
      )
      .map((range) => {
        const live = new Range();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live;
      });
    ranges.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
    return ranges.flatMap((range) => {
      const box = range.getClientRects()[0];
      if (!box || box.bottom < 0 || box.top > innerHeight || box.width === 0) return [];
      return [{ words: range.toString(), x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    });
  };
  return evaluate(page, find, undefined);
}

/** The messages of errors and warnings that the page's console gets from now on, and uncaught errors. */
export function collectComplaints(page: AnyPage): string[] {
  const complaints: string[] = [];
  const telling = page as Telling;
  telling.on("console", (message) => {
    // What the drivers call a warning.
    if (["error", "warning", "warn"].includes(message.type())) complaints.push(message.text());
  });
  telling.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** As the drivers' own methods, which differ in their types alone. What is given goes as JSON. */
function evaluate<Result, Given>(
  page: AnyPage,
  run: (given: Given) => Result | Promise<Result>,
  given: Given,
): Promise<Result> {
  const { evaluate: method } = page as { evaluate(expression: string): Promise<Result> };
  // Scripts that tsx compiled keep their functions' names by calls of a function that no page has.
  return method.call(page, `((__name) => (${run})(${JSON.stringify(given)}))((named) => named)`);
}
