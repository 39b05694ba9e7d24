import { createDecider, type Decider } from "#core/detect/create-decider.ts";
import { weigh } from "#core/detect/decide.ts";
import { explain } from "#core/detect/explain.ts";
import type { Mention } from "#core/detect/mention.ts";
import { type PassageReading, readPassage } from "#core/detect/read-passage.ts";
import { createNamesIndex, type NamesIndex } from "#core/names/names-index.ts";
import { createChoice } from "#core/settings/mutes.ts";
import type { Settings } from "#core/settings/settings.ts";
import type { Words } from "#core/words/words.ts";
import type { KeptPassage } from "#page/kept-passages.ts";
import { type Found, wordsOf } from "#page/mention-range.ts";
import type { Detector } from "#page/scanner.ts";
import { hostsAround } from "../content/hosts-around.ts";
import { takeNames } from "../names/names-seat.ts";

/** Reads and decides as the settings say, and tells why. */
export interface ExplainingDetector extends Detector<PassageReading> {
  /** Why a mention is marked, in a sentence. */
  explain(passages: readonly KeptPassage<PassageReading>[], found: Found): string | undefined;
}

/** Passages whose mentions are chosen among in a step. */
const stride = 64;

let made: NamesIndex | undefined;

/** The bundled names: made ready for the first passage, for many frames have none, and kept, for readings come and go. */
function indexed(): NamesIndex {
  made ??= createNamesIndex(takeNames());
  return made;
}

/** Detection as the scanner takes it, by the bundled names. */
export function createDetector(settings: () => Settings, words: Words): ExplainingDetector {
  let decider: Decider | undefined;
  let kinds: Map<string, Settings["kinds"][number]> | undefined;
  const options = () => ({ everywhere: settings().scope === "everywhere" });
  return {
    *prepare() {
      const index = indexed();
      yield;
      yield* index.prepare();
    },
    read(text, lang) {
      const reading = readPassage(text, lang, indexed());
      return reading.candidates.length > 0 ? reading : undefined;
    },
    *decide(readings) {
      decider ??= createDecider(indexed());
      const isChosen = createChoice(settings(), hostsAround());
      kinds ??= new Map(indexed().cards.map(({ id, kind }) => [id, kind]));
      const known = kinds;
      const isWanted = ({ card }: Mention) => {
        const kind = known.get(card);
        return kind !== undefined && isChosen(card, kind);
      };
      const decided = yield* decider(readings, options());
      const chosen: (readonly Mention[])[] = [];
      for (const all of decided) {
        // The same array where nothing is left out: what stays the same is known by it.
        chosen.push(all.every(isWanted) ? all : all.filter(isWanted));
        if (chosen.length % stride === 0) yield;
      }
      return chosen;
    },
    explain(all, { passage, mention }) {
      const shown = all.filter(({ isRendered }) => isRendered);
      const place = shown.indexOf(passage as KeptPassage<PassageReading>);
      const weighed = weigh(
        shown.map(({ reading }) => reading),
        indexed(),
        options(),
      );
      const verdict = weighed[place]?.find(
        ({ taken, candidate }) => taken && candidate.start === mention.start && candidate.end === mention.end,
      );
      if (!verdict) return undefined;
      const wordsAt = (number: number, start: number, end: number) => {
        const at = shown[number];
        return at ? wordsOf({ passage: at, mention: { card: mention.card, start, end } }) : "";
      };
      return explain(verdict, indexed(), wordsAt, words);
    },
  };
}
