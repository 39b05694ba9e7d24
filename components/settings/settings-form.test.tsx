// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defaultSettings, type Settings, settingsRecord } from "#core/settings/settings.ts";
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

function show(settings: Partial<Settings> = {}) {
  act(() =>
    render(
      <WordsProvider value={englishWords}>
        <SettingsForm settings={{ ...defaultSettings, ...settings }} onChange={onChange} />
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

function type(label: string, text: string) {
  act(() => {
    field(label).value = text;
    field(label).dispatchEvent(new Event("input", { bubbles: true }));
  });
}

const sites = englishWords.say(settingsRecord.sitesOff.label);

test("names every setting", () => {
  show();
  const names = Array.from(root.querySelectorAll("legend, label"), (one) => one.textContent);
  expect(names).toEqual(
    expect.arrayContaining(Object.values(settingsRecord).map(({ label }) => englishWords.say(label))),
  );
});

test("shows the values as they are", () => {
  show({ theme: "dark", kinds: ["place"], dwell: 500, sitesOff: ["example.org", "example.net"] });
  expect(["Dark", "Light", "Places", "People"].map((label) => field(label).checked)).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(root.querySelector("output")?.textContent).toBe("500 ms");
  expect(field(sites).value).toBe("example.org\nexample.net");
});

test("gives a choice at once", () => {
  show();
  act(() => field("Light tint").click());
  expect(onChange).toHaveBeenCalledExactlyOnceWith("markStyle", "tint");
});

test("keeps a set in its declared order", () => {
  show({ kinds: ["topic", "place"] });
  act(() => field("People").click());
  expect(onChange).toHaveBeenCalledExactlyOnceWith("kinds", ["person", "place", "topic"]);
});

test("takes hosts when the typing rests, and names the lines that are none", () => {
  show();
  type(sites, "https://Example.org/news\ntwo words");
  expect(root.querySelector(".problems")?.textContent).toBe("Line 2: “two words” is not the name of a site.");
  expect(onChange).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(onChange).toHaveBeenCalledExactlyOnceWith("sitesOff", ["example.org"]);
});

test("leaves the typing alone when its own change comes back, and takes a change from elsewhere", () => {
  show();
  type(sites, "example.org\nexam");
  vi.runAllTimers();
  type(sites, "example.org\nexample.n");
  show({ sitesOff: ["example.org", "exam"] });
  expect(field(sites).value).toBe("example.org\nexample.n");
  show({ sitesOff: ["example.com"] });
  expect(field(sites).value).toBe("example.com");
});
