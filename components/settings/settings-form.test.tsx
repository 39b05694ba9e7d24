// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { defaultSettings, type SettingKey, type Settings, settingEntries } from "#core/settings/settings.ts";
import { englishWords } from "../../tests/support/english-words.ts";
import { WordsProvider } from "../words.ts";
import { SettingsForm } from "./SettingsForm.tsx";

let root: HTMLElement;
const onChange = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  onChange.mockClear();
  root = document.body.appendChild(document.createElement("div"));
});

afterEach(() => {
  render(null, root);
  root.remove();
  vi.useRealTimers();
});

const titles = new Map([
  ["nato", "NATO"],
  ["crimea", "Crimea"],
]);

function show(settings: Partial<Settings> = {}, locked: readonly SettingKey[] = []) {
  const whole = { ...defaultSettings, ...settings };
  act(() =>
    render(
      <WordsProvider value={englishWords}>
        <SettingsForm settings={whole} locked={locked} titles={titles} onChange={onChange} />
      </WordsProvider>,
      root,
    ),
  );
}

function field(label: string): HTMLInputElement {
  const found = Array.from(root.querySelectorAll("label")).find((one) => one.textContent === label);
  const control = found?.htmlFor ? root.querySelector(`#${found.htmlFor}`) : found?.querySelector("input");
  if (!control) throw new Error(`No field ${label}`);
  return control as HTMLInputElement;
}

test("names every setting that a reader can change", () => {
  show();
  const names = Array.from(root.querySelectorAll("legend, label, .heading"), (one) => one.textContent);
  const theirs = settingEntries
    .filter(([, { setBy }]) => setBy !== "organisation")
    .map(([, { label }]) => englishWords.say(label));
  expect(names).toEqual(expect.arrayContaining(theirs));
});

test("shows the values as they are", () => {
  show({ theme: "dark", kinds: ["place"], dwell: 500, siteRules: [{ pattern: "*.xn--bcher-kva.example", on: false }] });
  expect(["Dark", "Light", "Places", "People"].map((label) => field(label).checked)).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(root.querySelector("output")?.textContent).toBe("500 ms");
  expect(root.querySelector(".entry")?.textContent).toBe("*.bücher.example");
});

test("gives a choice at once", () => {
  show();
  act(() => field("Light tint").click());
  expect(onChange).toHaveBeenCalledExactlyOnceWith("markStyle", "tint", undefined);
});

test("keeps a set in its declared order", () => {
  show({ kinds: ["topic", "place"] });
  act(() => field("People").click());
  expect(onChange).toHaveBeenCalledExactlyOnceWith("kinds", ["person", "place", "topic"], undefined);
});

describe("site rules", () => {
  const input = () => root.querySelector<HTMLInputElement>('[aria-label="Site to add a rule for"]') as HTMLInputElement;

  test("are added several at a time; what is none stays, and is told", () => {
    show({ siteRules: [{ pattern: "example.org", on: true }] });
    act(() => {
      input().value = "*.example.org https://example.org/news two..dots";
      input().dispatchEvent(new Event("input", { bubbles: true }));
    });
    press("Off there");
    expect(onChange).toHaveBeenCalledExactlyOnceWith(
      "siteRules",
      [
        { pattern: "*.example.org", on: false },
        { pattern: "example.org", on: false },
      ],
      undefined,
    );
    expect(input().value).toBe("two..dots");
    expect(root.querySelector(".problems")?.textContent).toBe("“two..dots” is not the name of a site.");
  });

  test("are switched, and removed with a word on it", () => {
    show({ siteRules: [{ pattern: "example.org", on: false }] });
    act(() => root.querySelector<HTMLInputElement>(".entries input")?.click());
    expect(onChange).toHaveBeenLastCalledWith("siteRules", [{ pattern: "example.org", on: true }], undefined);
    press("Remove");
    expect(onChange).toHaveBeenLastCalledWith("siteRules", [], "The rule for example.org was removed.");
  });
});

test("muted cards and kinds are named, and are marked again", () => {
  show({ muted: [{ card: "nato" }, { kind: "place", site: "example.org" }] });
  expect(Array.from(root.querySelectorAll(".entry"), (one) => one.textContent)).toEqual([
    "NATO",
    "Place (all of this kind) on example.org",
  ]);
  press("Mark again");
  expect(onChange).toHaveBeenLastCalledWith("muted", [{ kind: "place", site: "example.org" }], "NATO is marked again.");
});

test("a pause for a while is an hour from now, and says when it ends", () => {
  vi.setSystemTime("2026-11-23T10:00:00");
  show();
  act(() => field("For an hour").click());
  expect(onChange).toHaveBeenLastCalledWith("paused", Date.now() + 3_600_000, undefined);
  show({ paused: Date.now() + 60_000 });
  expect(root.querySelector<HTMLInputElement>('[value="while"]')?.checked).toBe(true);
  vi.setSystemTime("2026-11-23T10:02:00");
  show({ paused: Date.now() - 60_000 });
  expect(field("Not paused").checked).toBe(true);
});

test("what the organisation sets is shown, and cannot be changed", () => {
  show({ theme: "dark", organisationSites: [{ pattern: "intranet.example", on: false }] }, [
    "theme",
    "organisationSites",
  ]);
  expect(Array.from(root.querySelectorAll(".locked"), (one) => one.textContent)).toEqual([
    "Set by your organisation.",
    "Set by your organisation.",
  ]);
  expect(field("Dark").closest("fieldset[disabled]") !== null).toBe(true);
  expect(root.textContent).toContain("intranet.example");
});

function press(label: string) {
  const button = Array.from(root.querySelectorAll("button")).find((one) => one.textContent === label);
  act(() => button?.click());
}
