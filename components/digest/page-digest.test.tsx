// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { JoinedDigest } from "#core/digest/join-digests.ts";
import type { CardHead } from "#core/pack/card-view.ts";
import { englishWords } from "../../tests/support/english-words.ts";
import { WordsProvider } from "../words.ts";
import { PageDigest, type Position } from "./PageDigest.tsx";
import { pageStateOf } from "./page-state.ts";

const heads = new Map<string, CardHead>([
  ["nato", { id: "nato", kind: "organisation", title: "NATO", gloss: "Alliance" }],
  ["crimea", { id: "crimea", kind: "place", title: "Crimea", gloss: "Peninsula" }],
]);
const entry = { first: { before: "", words: "", after: "" }, places: [] };
const digest: JoinedDigest = {
  host: "news.example",
  state: "ready",
  entries: [
    { card: "crimea", count: 1, ...entry },
    { card: "nato", count: 5, ...entry },
  ],
};
const calls = { onOpen: vi.fn(), onJump: vi.fn(), onJumpBack: vi.fn() };

let root: HTMLElement;

beforeEach(() => {
  vi.clearAllMocks();
  root = document.body.appendChild(document.createElement("div"));
});

afterEach(() => {
  render(null, root);
  root.remove();
});

function show(answer: JoinedDigest | undefined, position?: Position) {
  act(() =>
    render(
      <WordsProvider value={englishWords}>
        <PageDigest page={pageStateOf(answer)} heads={heads} position={position} {...calls} />
      </WordsProvider>,
      root,
    ),
  );
}

function buttons(): (string | null)[] {
  return Array.from(root.querySelectorAll("button"), (one) => one.getAttribute("aria-label") ?? one.textContent);
}

test("lists the page's cards in its order, with what can be done", () => {
  show(digest);
  expect(buttons()).toEqual([
    "Crimea Place",
    "Next mention of Crimea, 1 mention",
    "NATO Organisation",
    "Next mention of NATO, 5 mentions",
  ]);
});

test("tells where a jump has led, and the way back", () => {
  show(digest, { card: "nato", index: 1, count: 5 });
  expect(buttons()).toContain("Next mention of NATO, at 2 of 5");
  expect(buttons()[0]).toBe("Back to where you were");
  expect(root.querySelector(".jump.here")?.textContent).toBe("2 of 5");
});

test("says on request why the mention that it has led to is marked", () => {
  show(digest, { card: "nato", index: 1, count: 5, why: "It is a name of NATO." });
  const why = root.querySelector("details");
  expect(why?.open).toBe(false);
  expect(why?.querySelector("summary")?.textContent).toBe("Why is this marked?");
  expect(why?.textContent).toContain("It is a name of NATO.");
});

test("asks for what was pressed", () => {
  show(digest, { card: "nato", index: 0, count: 5 });
  for (const one of root.querySelectorAll("button")) act(() => one.click());
  expect(calls.onJumpBack).toHaveBeenCalledOnce();
  expect(calls.onOpen.mock.calls).toEqual([["crimea"], ["nato"]]);
  expect(calls.onJump.mock.calls).toEqual([["crimea"], ["nato"]]);
});

test("leaves out a card that it does not know", () => {
  show({ ...digest, entries: [{ card: "gone", count: 1, ...entry }, ...digest.entries] });
  expect(root.querySelectorAll("li")).toHaveLength(2);
});

test("shows what a page holds before the last of it is read", () => {
  show({ ...digest, state: "reading" });
  expect(root.querySelectorAll("li")).toHaveLength(2);
});

test.each([
  ["no answer", undefined, "cannot see this page"],
  ["the first reading", { state: "reading", host: "", entries: [] }, "Reading the page"],
  ["a page without mentions", { state: "ready", host: "", entries: [] }, "names none of the story’s"],
  ["the reader's own rule", { state: "off", offBy: "site", host: "", entries: [] }, "off on this site"],
  ["the page's wish", { state: "off", offBy: "page", host: "", entries: [] }, "asks not to be marked"],
] as const)("says so for %s", (_, answer, sentence) => {
  show(answer as JoinedDigest | undefined);
  expect(root.querySelector("[role=status]")?.textContent).toContain(sentence);
  expect(root.querySelector("button")).toBeNull();
});
