// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { englishWords } from "../../tests/support/english-words.ts";
import { WordsProvider } from "../words.ts";
import { MuteMenu } from "./MuteMenu.tsx";

let root: HTMLElement;
const onMute = vi.fn(async () => true);

beforeEach(() => {
  root = document.body.appendChild(document.createElement("div"));
  act(() =>
    render(
      <WordsProvider value={englishWords}>
        <MuteMenu
          card={{ id: "nato", kind: "organisation", title: "NATO" }}
          actions={{ site: "news.example", onMute }}
        />
      </WordsProvider>,
      root,
    ),
  );
});

afterEach(() => {
  render(null, root);
  root.remove();
});

function button(name: string): HTMLElement {
  const found = [...root.querySelectorAll("button")].find(
    (one) => (one.getAttribute("aria-label") ?? one.textContent) === name,
  );
  if (!found) throw new Error(`There is no button ${name}.`);
  return found;
}

async function press(name: string): Promise<void> {
  button(name).focus();
  await act(async () => button(name).click());
}

test("leads the focus to the way back once something is muted, and to the choices again", async () => {
  await press("Mark less");
  await press("Do not mark “NATO” anywhere");
  expect(onMute).toHaveBeenLastCalledWith({ what: { card: "nato" }, site: undefined }, true);
  expect(document.activeElement?.textContent).toBe("Undo");
  await press("Undo");
  expect(document.activeElement?.textContent).toBe("Do not mark “NATO” on news.example");
});

test("leaves the focus where it is while the reader points", async () => {
  await act(async () => button("Mark less").click());
  await act(async () => button("Do not mark “NATO” anywhere").click());
  expect(document.activeElement).toBe(document.body);
});
