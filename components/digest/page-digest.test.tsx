// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Absence } from "#core/digest/absence.ts";
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
const entry = { first: { before: "They left ", words: "the name", after: " for good." }, places: [] };
const digest: JoinedDigest = {
  host: "news.example",
  state: "ready",
  entries: [
    { card: "crimea", count: 1, ...entry },
    { card: "nato", count: 5, ...entry },
  ],
};
const calls = {
  onOpen: vi.fn(),
  onJump: vi.fn(),
  onJumpBack: vi.fn(),
  onAllowSites: vi.fn(),
  onReload: vi.fn(),
};

let root: HTMLElement;

beforeEach(() => {
  vi.clearAllMocks();
  root = document.body.appendChild(document.createElement("div"));
});

afterEach(() => {
  render(null, root);
  root.remove();
});

function show(answer: JoinedDigest | undefined, position?: Position, absence: Absence = "silent") {
  act(() =>
    render(
      <WordsProvider value={englishWords}>
        <PageDigest page={pageStateOf(answer, absence)} heads={heads} position={position} {...calls} />
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
    "Crimea Place They left the name for good.",
    "Next mention of Crimea, 1 mention",
    "NATO Organisation They left the name for good.",
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
  ["the first reading", { state: "reading", host: "", entries: [] }, "Reading the page"],
  ["a page without mentions", { state: "ready", host: "", entries: [] }, "names none of the story’s"],
  ["the reader's own rule", { state: "off", offBy: "site", host: "", entries: [] }, "off on this site"],
  ["the page's wish", { state: "off", offBy: "page", host: "", entries: [] }, "asks not to be marked"],
] as const)("says so for %s", (_, answer, sentence) => {
  show(answer as JoinedDigest);
  expect(root.querySelector("[role=status]")?.textContent).toContain(sentence);
  expect(root.querySelector("button")).toBeNull();
});

test.each([
  ["withheld", "has not let Context Cards read", "Let it read web pages", "onAllowSites"],
  ["silent", "Nothing answers", "Load the page again", "onReload"],
] as const)("offers a way out where a page is %s", (absence, sentence, label, call) => {
  show(undefined, undefined, absence);
  expect(root.querySelector("[role=status]")?.textContent).toContain(sentence);
  const [button] = root.querySelectorAll("button");
  expect(button?.textContent).toBe(label);
  act(() => button?.click());
  expect(calls[call]).toHaveBeenCalledOnce();
});

test.each([
  ["browserPage", "browser’s own pages"],
  ["fileOrBrowserPage", "or a file"],
  ["readerView", "reader view"],
  ["store", "extension store"],
  ["pdf", "PDF"],
  ["loading", "still being loaded"],
] as const)("names a page that cannot be entered: %s", (absence, sentence) => {
  show(undefined, undefined, absence);
  expect(root.querySelector("[role=status]")?.textContent).toContain(sentence);
  expect(root.querySelector("button")).toBeNull();
});
