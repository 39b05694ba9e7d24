/**
 * Every component in every state, for the eye and for the tests; a part of no built extension. `npm run gallery`. The
 * address chooses: `?theme=dark&dir=rtl&width=320&size=200&only=card`.
 */
import { render } from "preact";
import { WordsProvider } from "#components/words.ts";
import { messagesFrom } from "#core/words/message-file.ts";
import { createWords } from "#core/words/words.ts";
import messages from "../public/_locales/en/messages.json" with { type: "json" };
import type { Specimen } from "./specimen.ts";
import { specimens } from "./specimens.ts";
import "@fontsource/source-sans-3/latin-400.css";
import "@fontsource/source-sans-3/latin-600.css";
import "@fontsource/source-sans-3/cyrillic-400.css";
import "@fontsource/source-serif-4/latin-400.css";
import "@fontsource/source-serif-4/latin-600.css";
import "@fontsource/source-serif-4/cyrillic-400.css";
import "./gallery.css";

const asked = new URLSearchParams(location.search);
const { documentElement: root } = document;
root.dataset.theme = asked.get("theme") ?? "system";
root.dir = asked.get("dir") ?? "ltr";
root.style.fontSize = `${asked.get("size") ?? 100}%`;
root.style.setProperty("--gallery-width", `${asked.get("width") ?? 384}px`);

// The components take their direction from the words' language.
const direction = root.dir === "rtl" ? "rtl" : "ltr";
const words = { ...createWords(messagesFrom(messages), "en-GB"), direction } as const;
const shown = specimens.filter(({ name }) => name.startsWith(asked.get("only") ?? ""));

function Gallery() {
  return (
    <WordsProvider value={words}>
      {shown.map(({ name, view, isWide }) => {
        // What our own full pages say of buttons and links, they say of `main`.
        const Stage = /^(?:welcome|options|settings)/u.test(name) ? "main" : "div";
        return (
          <figure key={name} data-specimen={name} class={isWide ? "wide" : undefined}>
            <figcaption>{name}</figcaption>
            <Stage class="stage">{view}</Stage>
          </figure>
        );
      })}
    </WordsProvider>
  );
}

async function bringIntoState({ name, act }: Specimen): Promise<void> {
  const stage = document.querySelector<HTMLElement>(`[data-specimen="${CSS.escape(name)}"] .stage`);
  if (stage) await act?.(stage);
}

const app = document.getElementById("app");
if (app) {
  render(<Gallery />, app);
  await document.fonts.ready;
  for (const specimen of shown) await bringIntoState(specimen);
  root.dataset.ready = "";
}
