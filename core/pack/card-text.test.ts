import { expect, test } from "vitest";
import { englishWords } from "../../tests/support/english-words.ts";
import { cardText } from "./card-text.ts";
import type { CardView } from "./card-view.ts";

const view: CardView = {
  card: {
    id: "wall",
    kind: "place",
    title: "The wall",
    gloss: "A wall by the sea",
    anchor: false,
    broad: false,
    offices: [{ title: "Keeper", from: "2001", to: "2004", citations: [{ source: "a", quote: "kept" }] }],
    article: [{ statement: "It stands.", quote: "“The wall was finished,” he said" }],
    facts: [
      { statement: "It fell.", asOf: "2025-01", citations: [{ source: "b", quote: "упала", translation: "fell" }] },
      { statement: "It was built.", asOf: "2020", citations: [{ source: "a", quote: "built" }] },
    ],
    disputes: [
      {
        about: "Its length",
        accounts: [{ statement: "It is short.", asOf: "2024-03-18", citations: [{ source: "a", quote: "built" }] }],
      },
    ],
    related: ["port"],
  },
  sources: {
    a: {
      publisher: "Gazette",
      via: "Post",
      title: "Walls",
      titleInferred: true,
      url: "https://a.example/",
      published: "2024-03",
      dateInferred: true,
      lang: "en",
    },
    b: {
      publisher: "B",
      title: "Стена",
      titleInferred: false,
      url: "https://b.example/",
      dateInferred: false,
      lang: "ru",
    },
  },
  related: [],
  article: {
    publisher: "Herald",
    title: "A wall",
    url: "https://h.example/",
    published: "2024-11-30",
    dateInferred: false,
  },
  researchEnds: "2026-07",
};

test("is the card in its own order, each statement with its number and each number with its citation", () => {
  expect(cardText(view, englishWords)).toBe(`The wall
A wall by the sea

Offices
- Keeper, 2001–2004 [1]

In the article
- It stands. “The wall was finished,” he said
Herald: A wall, 30 November 2024. https://h.example/

Background
- 2020: It was built. [2]

Since then
- January 2025: It fell. [3]

Where accounts differ
- Its length
  - The article: says nothing on this.
  - 18 March 2024: It is short. [2]

Sources
[1] “kept” Gazette, via Post: Walls (title inferred), March 2024 (date inferred). https://a.example/
[2] “built” Gazette, via Post: Walls (title inferred), March 2024 (date inferred). https://a.example/
[3] “упала” (in our translation: “fell”) B: Стена, undated. https://b.example/

Context Cards. Research to July 2026`);
});
