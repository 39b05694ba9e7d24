import { createDecider } from "#core/detect/create-decider.ts";
import { type PassageReading, readPassage } from "#core/detect/read-passage.ts";
import type { NamesIndex } from "#core/names/names-index.ts";
import type { Detector } from "#page/scanner.ts";

/** Detection as the content script has it when nothing is set otherwise. */
export function createDetector(index: NamesIndex): Detector<PassageReading> {
  const decide = createDecider(index);
  return {
    read(text, lang) {
      const reading = readPassage(text, lang, index);
      return reading.candidates.length > 0 ? reading : undefined;
    },
    decide: (readings) => decide(readings, { everywhere: false }),
  };
}
