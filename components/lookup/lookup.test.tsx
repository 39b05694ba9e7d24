// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LookupResult } from "#core/lookup/create-lookup.ts";
import { englishWords } from "../../tests/support/english-words.ts";
import { WordsProvider } from "../words.ts";
import { Lookup } from "./Lookup.tsx";

const results: LookupResult[] = [
  {
    id: "nato",
    kind: "organisation",
    title: "NATO",
    gloss: "Alliance",
    reason: { kind: "name", text: "OTAN", langs: ["fr", "es"] },
  },
  {
    id: "nato-umbrella",
    kind: "topic",
    title: "NATO umbrella",
    gloss: "Phrase",
    reason: { kind: "title", text: "NATO umbrella", langs: [] },
  },
  {
    id: "france",
    kind: "place",
    title: "France",
    gloss: "Member",
    reason: { kind: "statement", text: "For many years France was a member of NATO.", langs: [] },
  },
];

let root: HTMLElement;
let input: HTMLInputElement;
const onOpen = vi.fn();

beforeEach(() => {
  onOpen.mockClear();
  root = document.body.appendChild(document.createElement("div"));
  act(() =>
    render(
      <WordsProvider value={englishWords}>
        <Lookup search={(query) => (query === "none" ? [] : results)} onOpen={onOpen} />
      </WordsProvider>,
      root,
    ),
  );
  const found = root.querySelector("input");
  if (!found) throw new Error("No search box");
  input = found;
});

afterEach(() => {
  render(null, root);
  root.remove();
});

function type(text: string) {
  act(() => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

function press(key: string, init: KeyboardEventInit = {}) {
  act(() => {
    input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }));
  });
}

function active(): string | null | undefined {
  const id = input.getAttribute("aria-activedescendant");
  return id === null ? undefined : root.querySelector(`[id="${id}"] .title`)?.textContent;
}

test("is silent until something is typed", () => {
  expect(input.getAttribute("aria-expanded")).toBe("false");
  expect(root.querySelectorAll("[role=option]")).toHaveLength(0);
  expect(root.querySelector("[role=status]")?.textContent).toBe("");
});

test("offers the likeliest card at once", () => {
  type("nato");
  expect(input.getAttribute("aria-expanded")).toBe("true");
  expect(active()).toBe("NATO");
  expect(root.querySelector("[role=status]")?.textContent).toBe("3 cards found");
});

test("says by which name a card was found, in which languages, or by which words of what it says", () => {
  type("nato");
  expect(Array.from(root.querySelectorAll(".why"), (why) => why.textContent)).toEqual([
    "OTAN French, Spanish",
    "Phrase",
    "… France was a member of NATO.",
  ]);
});

test("sets off the words that were found", () => {
  type("nato");
  expect(Array.from(root.querySelectorAll(".why b"), (word) => word.textContent)).toEqual(["NATO"]);
});

test.each([
  [["ArrowDown"], "NATO umbrella"],
  [["ArrowDown", "ArrowDown", "ArrowDown"], "NATO"],
  [["ArrowUp"], "France"],
])("goes by %j to %s", (keys, title) => {
  type("nato");
  for (const key of keys) press(key);
  expect(active()).toBe(title);
});

test("opens the chosen card by Enter, but not while an input method composes", () => {
  type("nato");
  press("ArrowDown");
  press("Enter", { isComposing: true });
  expect(onOpen).not.toHaveBeenCalled();
  press("Enter");
  expect(onOpen).toHaveBeenCalledExactlyOnceWith("nato-umbrella");
});

test("opens a card by a click", () => {
  type("nato");
  act(() => root.querySelectorAll<HTMLElement>("[role=option]")[2]?.click());
  expect(onOpen).toHaveBeenCalledExactlyOnceWith("france");
});

test("empties by Escape", () => {
  type("nato");
  press("Escape");
  expect(input.value).toBe("");
  expect(root.querySelectorAll("[role=option]")).toHaveLength(0);
});

test("says when there is nothing", () => {
  type("none");
  expect(root.querySelector("[role=status]")?.textContent).toBe("No card has a name like this.");
  expect(input.getAttribute("aria-expanded")).toBe("false");
});
