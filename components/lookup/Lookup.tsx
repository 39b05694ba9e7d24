import { useId, useState } from "preact/hooks";
import type { LookupResult } from "#core/lookup/create-lookup.ts";
import type { Words } from "#core/words/words.ts";
import { LookupIcon } from "../icons.tsx";
import { kindLabels } from "../kind-labels.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";
import "./lookup.css";

interface Props {
  search(query: string): readonly LookupResult[];
  onOpen(card: string): void;
}

/** Looks up any card by any of its names: a combobox with a listbox, after the WAI-ARIA Authoring Practices. */
export function Lookup({ search, onOpen }: Props) {
  const words = useWords();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const id = useId();
  const asked = query.trim() !== "";
  const results = asked ? search(query) : [];
  const optionId = (index: number) => `${id}-${index}`;

  const ask = (text: string) => {
    setQuery(text);
    setActive(0);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and the arrows may belong to an input method that is still composing.
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length > 0) setActive((active + step + results.length) % results.length);
    else if (event.key === "Enter" && results[active]) onOpen(results[active].id);
    else if (event.key === "Escape" && asked) ask("");
    else return;
    event.preventDefault();
  };

  return (
    <search class="lookup">
      <label for={id}>{words.say("lookupLabel")}</label>
      <div class="box">
        <LookupIcon />
        <input
          id={id}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={results.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={results.length > 0 ? optionId(active) : undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={80}
          placeholder={words.say("lookupPlaceholder")}
          value={query}
          onInput={(event) => ask(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        class="results"
        id={`${id}-list`}
        role="listbox"
        aria-label={words.say("lookupResults")}
        hidden={results.length === 0}
      >
        {results.map((result, index) => (
          // The keyboard reaches options through the combobox, which keeps the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: handled by the combobox
          <div
            key={result.id}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            class="result"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onOpen(result.id)}
          >
            <span class="title" {...packText}>
              {result.title}
            </span>
            <span class="kind">{words.say(kindLabels[result.kind])}</span>
            <span class="why">{reasonOf(result)}</span>
          </div>
        ))}
      </div>
      <p class={asked && results.length === 0 ? "none" : "counted"} role="status">
        {asked ? outcome(words, results.length) : ""}
      </p>
    </search>
  );
}

/** The name that matched, where the title does not show it already. */
function reasonOf({ name, title, gloss }: LookupResult) {
  return name === undefined || name === title ? <span {...packText}>{gloss}</span> : <bdi>{name}</bdi>;
}

function outcome(words: Words, found: number): string {
  return found === 0 ? words.say("lookupNothing") : words.count("lookupFound", found);
}
