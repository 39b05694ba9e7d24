import type { PassageReading } from "#core/detect/read-passage.ts";
import type { NamesIndex } from "#core/names/names-index.ts";
import type { KeptPassage } from "#page/kept-passages.ts";
import { createMarks, type Marks } from "#page/marks.ts";
import { createScanner, type Detector, type Scanner } from "#page/scanner.ts";
import { createDetector } from "./detector.ts";
import { nextTask } from "./turns.ts";

/** A page that is being read, and marked where that was asked for. */
export interface Reading {
  readonly scanner: Scanner;
  readonly marks: Marks | undefined;
  /** UTF-16 units that detection has read. */
  unitsRead: number;
  mentions(): number;
  stop(): void;
}

/** What is read where no name is known. */
const nothing: Detector<PassageReading> = {
  read: () => undefined,
  *decide() {
    yield;
    return [];
  },
};

/** Reads the page with these names, if any, and marks it if `marked`; resolves once all of it has been read. */
export async function readPage(index: NamesIndex | undefined, marked: boolean): Promise<Reading> {
  const stop = new AbortController();
  const { signal } = stop;
  let passages: readonly KeptPassage[] = [];
  const detector = index ? createDetector(index) : nothing;
  const scanner: Scanner = createScanner({
    detector: {
      ...detector,
      read(text, lang) {
        reading.unitsRead += text.length;
        return detector.read(text, lang);
      },
    },
    onMentions(found) {
      passages = found;
      return marks?.show(found.map((passage) => ({ passage, mentions: passage.mentions })));
    },
    signal,
  });
  const marks: Marks | undefined = marked
    ? createMarks({ style: "dotted", shadowStyles: undefined, onReveal: scanner.reveal, signal })
    : undefined;
  const reading: Reading = {
    scanner,
    marks,
    unitsRead: 0,
    mentions: () => passages.reduce((sum, { mentions }) => sum + mentions.length, 0),
    stop: () => stop.abort(),
  };
  do await nextTask();
  while (!scanner.isComplete);
  return reading;
}
