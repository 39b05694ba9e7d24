import type { Frame } from "@playwright/test";
import type { Frame as FirefoxFrame } from "puppeteer-core";
import type { Box } from "./card-reader.ts";

/**
 * The boxes of the lines of the first mark that reads `words`, in the frame's viewport, scrolled into view; undefined
 * where there is none. Found in shadow trees, too.
 */
export async function markedLines(frame: Frame | FirefoxFrame, words: string): Promise<Box[] | undefined> {
  const find = (wanted: string) => {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith("context-card") || name === "context-card-active") continue;
      for (const range of highlight as unknown as Iterable<AbstractRange>) {
        if (!range.startContainer.isConnected) continue;
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        if (live.toString().replace(/\s+/gu, " ") !== wanted) continue;
        const { top, bottom } = live.getBoundingClientRect();
        if (top < 0 || bottom > innerHeight) {
          range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
        }
        return Array.from(live.getClientRects(), ({ x, y, width, height }) => ({ x, y, width, height }));
      }
    }
    return undefined;
  };
  const { evaluate } = frame as { evaluate(act: (asked: string) => Box[] | undefined, asked: string): Promise<Box[]> };
  return evaluate.call(frame, find, words);
}
