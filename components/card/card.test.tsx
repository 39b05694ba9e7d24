// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CardView } from "#core/pack/card-view.ts";
import { englishWords } from "../../tests/support/english-words.ts";
import { WordsProvider } from "../words.ts";
import { Card } from "./Card.tsx";

const view: CardView = {
  card: {
    id: "umbrella",
    kind: "topic",
    title: "NATO umbrella",
    gloss: "A phrase of November 2024",
    anchor: true,
    broad: false,
    offices: [
      { title: "Prime minister", from: "2019-07-24", to: "2022-09-06", citations: [{ source: "a", quote: "served" }] },
    ],
    article: [{ statement: "He asked for cover.", quote: "take under [the] NATO umbrella" }],
    facts: [
      {
        statement: "A reply came from Moscow.",
        asOf: "2025-02-12",
        citations: [{ source: "b", quote: "ответ пришёл", lang: "ru", translation: "a reply came" }],
      },
      {
        statement: "The alliance was founded.",
        asOf: "2026",
        happened: "1949-04",
        citations: [
          { source: "a", quote: "founded" },
          { source: "c", quote: "in 1949" },
        ],
      },
    ],
    disputes: [
      {
        about: "Whether it meant membership",
        accounts: [{ statement: "It did.", asOf: "2024-11-30", citations: [{ source: "a", quote: "founded" }] }],
      },
    ],
    related: ["nato"],
  },
  sources: {
    a: {
      publisher: "AP",
      via: "A Paper",
      title: "First",
      titleInferred: false,
      url: "https://a.example/",
      published: "2024-11-30",
      dateInferred: true,
      lang: "en",
    },
    b: {
      publisher: "B",
      title: "Второй",
      titleInferred: true,
      url: "https://b.example/#x",
      dateInferred: false,
      lang: "ru",
    },
    c: {
      publisher: "C",
      title: "Third",
      titleInferred: false,
      url: "https://c.example/",
      published: "2010",
      dateInferred: false,
      lang: "en",
    },
  },
  related: [{ id: "nato", kind: "organisation", title: "NATO", gloss: "Alliance" }],
  article: {
    publisher: "New Daily",
    title: "The article",
    url: "https://n.example/",
    published: "2024-11-30",
    dateInferred: true,
  },
  researchEnds: "2026-07",
};

let root: HTMLElement;

beforeEach(() => {
  root = document.body.appendChild(document.createElement("div"));
});

afterEach(() => {
  render(null, root);
  root.remove();
});

function show(props: Partial<Parameters<typeof Card>[0]> = {}) {
  act(() =>
    render(
      <WordsProvider value={englishWords}>
        <Card view={view} onClose={() => {}} onTogglePin={() => {}} onOpenRelated={() => {}} {...props} />
      </WordsProvider>,
      root,
    ),
  );
}

function button(name: string | RegExp): HTMLElement {
  const found = Array.from(root.querySelectorAll("button")).find((one) =>
    (one.getAttribute("aria-label") ?? one.textContent ?? "").match(name),
  );
  if (!found) throw new Error(`No button ${name}`);
  return found;
}

function press(name: string | RegExp) {
  act(() => button(name).click());
}

test("is a dialog named by its title", () => {
  show();
  const dialog = root.querySelector('[role="dialog"]');
  const title = root.querySelector(`#${CSS.escape(dialog?.getAttribute("aria-labelledby") ?? "")}`);
  expect(title?.textContent).toBe("NATO umbrella");
  expect(dialog?.getAttribute("lang")).toBe("en");
});

test("is a plain part of a page that cannot close it", () => {
  show({ onClose: undefined, onTogglePin: undefined });
  expect(root.querySelector("[role=dialog]")).toBeNull();
  expect(() => button("Close")).toThrow();
  expect(() => button("Keep")).toThrow();
});

test("tells its parts in the reader's order", () => {
  show();
  expect(Array.from(root.querySelectorAll("h3"), (heading) => heading.textContent)).toEqual([
    "Offices",
    "In the article",
    "Background",
    "Since then",
    "Where accounts differ",
    "Related",
  ]);
});

test("dates every fact by its event, and each office by its time", () => {
  show();
  expect(root.querySelector(".background time")?.textContent).toBe("April 1949");
  expect(root.querySelector(".since time")?.textContent).toBe("12 February 2025");
  expect(root.querySelector(".offices")?.textContent).toContain(
    "24\u00a0July\u00a02019\u00a0– 6\u00a0September\u00a02022",
  );
});

test("says where the article is silent on what others report", () => {
  show();
  expect(root.querySelector(".dispute")?.textContent).toContain("The articlesays nothing on this.");
});

test("gives the same words of the same source one number, in the order of reading", () => {
  show();
  const numbers = Array.from(root.querySelectorAll(".number"), (one) => one.textContent);
  expect(numbers).toEqual(["1", "2", "3", "4", "2"]);
});

test("unfolds the quoted words under their statement, and folds them again", () => {
  show();
  press("Source 3");
  const source = button("Source 3");
  expect(source.getAttribute("aria-expanded")).toBe("true");
  const note = root.querySelector(`#${CSS.escape(source.getAttribute("aria-controls") ?? "")}`);
  expect(note?.querySelector("blockquote")?.textContent).toBe("in 1949");
  expect(note?.closest("li")?.textContent).toContain("The alliance was founded.");
  press("Source 3");
  expect(source.getAttribute("aria-expanded")).toBe("false");
  expect(root.querySelector(".note")).toBeNull();
});

test.each([
  ["Source 1", "AP, via A Paper · First · 30 November 2024 (date inferred)", "https://a.example/#:~:text=served"],
  ["Source 3", "C · Third · 2010", "https://c.example/#:~:text=in%201949"],
  ["Source 4", "B · Второй (title inferred) · undated", "https://b.example/#x:~:text=%D0%BE"],
])("%s tells honestly where its words stand", (name, line, address) => {
  show();
  press(name);
  expect(root.querySelector(".note .source-line")?.textContent).toBe(line);
  const link = root.querySelector<HTMLAnchorElement>(".note a");
  expect(link?.href.startsWith(address)).toBe(true);
  expect([link?.target, link?.rel]).toEqual(["_blank", "noopener noreferrer"]);
});

test("shows words in another language in that language, with our translation", () => {
  show();
  press("Source 4");
  expect(root.querySelector(".note blockquote")?.getAttribute("lang")).toBe("ru");
  expect(root.querySelector(".note .translation")?.textContent).toBe("Our translation a reply came");
});

test("cites the article under its words", () => {
  show();
  expect(root.querySelector(".words a")?.getAttribute("href")).toBe(
    "https://n.example/#:~:text=take%20under%20%5Bthe%5D%20NATO%20umbrella",
  );
  expect(root.querySelector(".body .source-line")?.textContent).toBe(
    "New Daily · The article · 30 November 2024 (date inferred)",
  );
});

test("opens related cards, goes back, pins and closes", () => {
  const calls = { onOpenRelated: vi.fn(), onBack: vi.fn(), onTogglePin: vi.fn(), onClose: vi.fn() };
  const { onBack, ...rest } = calls;
  show({ ...rest, back: { title: "Ukraine", onBack }, pinned: true });
  press(/^NATO$/);
  press("Back to Ukraine");
  expect(button("Keep this card open").getAttribute("aria-pressed")).toBe("true");
  press("Keep this card open");
  press("Close this card");
  expect(calls.onOpenRelated).toHaveBeenCalledExactlyOnceWith("nato");
  for (const call of [onBack, calls.onTogglePin, calls.onClose]) expect(call).toHaveBeenCalledOnce();
});

test("shows where a place lies, named by what it shows", () => {
  const map = {
    width: 20,
    height: 10,
    caption: "Harbour on the coast",
    shapes: [{ kind: "subject" as const, path: "M1 1l2 2" }],
    labels: [{ text: "Sea", x: 3, y: 4, isCountry: false }],
  };
  show({ view: { ...view, map } });
  expect(root.querySelector("svg[role=img]")?.getAttribute("aria-label")).toBe("Map: Harbour on the coast");
  expect(root.querySelector("svg .subject")?.getAttribute("d")).toBe("M1 1l2 2");
  expect(root.querySelector("svg text")?.textContent).toBe("Sea");
});

test("divides the line of time at the article's day", () => {
  show();
  const line = root.querySelector(".timeline")?.textContent ?? "";
  const order = ["The alliance was founded", "30 November 2024 · The article", "A reply came from Moscow"];
  expect(order.map((part) => line.indexOf(part))).toEqual(
    order.map((part) => line.indexOf(part)).toSorted((a, b) => a - b),
  );
  expect(line).toContain(order[1]);
});

test("copies one citation, and says so", async () => {
  const copy = { card: vi.fn(async () => {}), text: vi.fn(async () => {}) };
  show({ copy });
  press("Source 4");
  press("Copy citation");
  await act(async () => {});
  expect(copy.text).toHaveBeenCalledExactlyOnceWith(
    "“ответ пришёл” (in our translation: “a reply came”) B: Второй (title inferred), undated. https://b.example/#x",
  );
  expect(root.querySelector(".note [role=status]")?.textContent).toBe("Copied");
});

test("copies the whole card, and says when the browser refuses", async () => {
  const copy = { card: vi.fn(() => Promise.reject(new Error("refused"))), text: vi.fn(async () => {}) };
  show({ copy });
  press("Copy card");
  await act(async () => {});
  expect(copy.card).toHaveBeenCalledExactlyOnceWith("umbrella");
  expect(root.querySelector(".end [role=status]")?.textContent).toContain("did not allow");
});

test("cannot be copied from where nothing can be", () => {
  show();
  expect(() => button("Copy")).toThrow();
});

test("moves the focus to the title of the next card, and leaves it alone at first", () => {
  show();
  expect(document.activeElement).toBe(document.body);
  const next = { ...view, card: { ...view.card, id: "nato", title: "NATO" } };
  show({ view: next });
  expect(document.activeElement?.textContent).toBe("NATO");
});
