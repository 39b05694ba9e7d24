import { describe, expect, it } from "vitest";
import { names } from "#packs/names.js";
import { allSteps } from "../../tests/support/all-steps.ts";
import { createNamesIndex } from "../names/names-index.ts";
import { createDecider } from "./create-decider.ts";
import { decide } from "./decide.ts";
import { type PassageReading, readPassage } from "./read-passage.ts";

const index = createNamesIndex(names);

/** Passages whose meaning hangs on one another: full names and rivals, anchors and broad names, languages. */
const texts: [lang: string, text: string][] = [
  ["en", "Johnson spoke in Kyiv. Ukraine listened."],
  ["en", "It was Boris Johnson who said so."],
  ["en", "Mike Johnson, the Speaker, followed. Then Johnson left."],
  ["en", "Boris came, and Johnson with him."],
  ["en", "In France the soup is served at midnight, and in the United States at noon."],
  ["en", "A ceasefire was agreed, with security guarantees."],
  ["en", "The ceasefire in Ukraine would come under a NATO umbrella."],
  ["en", "Volodymyr Zelensky, Donald Trump and Melania Trump were there. Trump smiled."],
  ["en", "Trump was named alone."],
  ["en", "National Association of Theatre Owners (NATO) met. NATO rose."],
  ["en", "NATO was named alone."],
  ["nl", "De VS en Oekraïne praten, en dat is niet het einde van het verhaal."],
  ["", "De VS was er ook."],
  ["", "It was Red VS Blue all the night, and they were sad about it."],
  ["it", "Nato a Roma, vive a Milano. La Nato difende l’Ucraina."],
  ["hr", "SAD i Rusija su se sastali, ali nije bilo dogovora."],
  ["", "SAD."],
  ["de", "Selenskyj sprach mit Putin über die Ukraine und die NATO."],
];

/** Counts how often a passage's forms are looked at. */
function watched(reading: PassageReading, onLook: () => void): PassageReading {
  return {
    lang: reading.lang,
    votes: reading.votes,
    get candidates() {
      onLook();
      return reading.candidates;
    },
  };
}

/** The same numbers at every run. */
function createChance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const read = ([lang, text]: readonly [string, string]) => readPassage(text, lang, index);

describe("createDecider", () => {
  it("decides what is decided from scratch, whatever came, went or moved before", () => {
    const chance = createChance(7);
    const decideAgain = allSteps(createDecider(index));
    let page: PassageReading[] = [];
    let everywhere = false;
    let differing = 0;
    for (let step = 0; step < 1200; step++) {
      const at = chance(page.length + 1);
      const act = chance(10);
      const text = texts[chance(texts.length)] ?? ["", ""];
      if (act < 4) page.splice(at, 0, read(text));
      else if (act < 7) page.splice(at, 1 + chance(2));
      else if (act === 7) page.splice(chance(page.length), 0, ...page.splice(at, 1));
      else if (act === 8) page.splice(at, 1, read(text));
      else if (chance(8) === 0) everywhere = !everywhere;
      if (page.length > 14) page = page.slice(chance(10));
      const expected = decide(page, index, { everywhere });
      if (JSON.stringify(expected) !== JSON.stringify(decideAgain(page, { everywhere }))) differing += 1;
    }
    expect(differing).toBe(0);
  });

  it("weighs only the passages for which anything has changed", () => {
    const looked: number[] = [];
    const page = Array.from({ length: 200 }, (_, i) =>
      watched(read(texts[i % 4 === 0 ? 7 : 6] ?? ["", ""]), () => looked.push(i)),
    );
    const decideAgain = allSteps(createDecider(index));
    const before = decideAgain(page, { everywhere: false });
    expect(new Set(looked).size).toBe(200);

    looked.length = 0;
    const fresh = watched(read(["en", "Vladimir Putin named Crimea."]), () => looked.push(-1));
    const after = decideAgain(page.toSpliced(100, 1, fresh), { everywhere: false });
    expect(new Set(looked)).toEqual(new Set([-1]));
    expect(after.map((mentions, i) => mentions === before[i]).indexOf(false)).toBe(100);
    expect(after.filter((mentions, i) => mentions !== before[i]).length).toBe(1);
  });

  it.each([
    ["of the story", 7],
    ["of no story", 4],
  ])("goes down a page %s a few passages at a step, and weighs each once", (_, text) => {
    let looks = 0;
    const reading = read(texts[text] ?? ["", ""]);
    const page = Array.from({ length: 1000 }, () => watched(reading, () => looks++));
    const steps: number[] = [];
    for (const _ of createDecider(index)(page, { everywhere: false })) steps.push(looks);
    steps.push(looks);
    expect(Math.max(...steps.map((now, at) => now - (steps[at - 1] ?? 0)))).toBeLessThanOrEqual(16);
    // For its cards, for its full names, and to be weighed.
    expect(looks).toBe(3 * page.length);
  });

  it("weighs again what a full name that came late is evidence for, and nothing else", () => {
    const looked: number[] = [];
    const said = [6, 8, 0, 6, 10];
    const page = said.map((text, i) => watched(read(texts[text] ?? ["", ""]), () => looked.push(i)));
    const decideAgain = allSteps(createDecider(index));
    expect(decideAgain(page, { everywhere: false })[2]).toEqual([expect.objectContaining({ card: "ukraine" })]);
    looked.length = 0;
    const [, , johnson] = decideAgain([...page, read(["en", "It was Boris Johnson who said so."])], {
      everywhere: false,
    });
    expect(johnson).toEqual([
      expect.objectContaining({ card: "boris-johnson" }),
      expect.objectContaining({ card: "ukraine" }),
    ]);
    expect(new Set(looked)).toEqual(new Set([2]));
  });
});
