import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { LookupResult } from "#core/lookup/create-lookup.ts";
import type { Words } from "#core/words/words.ts";
import { LookupIcon } from "../icons.tsx";
import { kindLabels } from "../kind-labels.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";
import { Reason } from "./Reason.tsx";
import "./lookup.css";

interface Props {
  search(query: string): readonly LookupResult[];
  onOpen(card: string): void;
  /** What is looked up from the start. */
  initial?: string;
  /** Whether the box has the focus from the start. */
  isFirst?: boolean;
  /** What stands here while nothing is looked up: results take its place, so that nothing beneath them moves. */
  children?: ComponentChildren;
}

/**
 * Looks up any card by any of its names, or words of what it says: a combobox with a listbox, after the WAI-ARIA Authoring
 * Practices.
 */
export function Lookup({ search, onOpen, initial = "", isFirst = false, children }: Props) {
  const words = useWords();
  const [query, setQuery] = useState(initial);
  const [active, setActive] = useState(0);
  const id = useId();
  const asked = query.trim() !== "";
  const results = asked ? search(query) : [];
  const optionId = (index: number) => `${id}-${index}`;
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);

  // Not by the attribute: browsers heed it only while a page is being loaded.
  useEffect(() => {
    if (isFirst) box.current?.focus({ preventScroll: true });
  }, [isFirst]);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

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
    <>
      <search class="lookup">
        <label for={id}>{words.say("lookupLabel")}</label>
        <div class="box">
          <LookupIcon />
          <input
            ref={box}
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
          ref={list}
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
              <span class="why">
                <Reason result={result} query={query} />
              </span>
            </div>
          ))}
        </div>
        <p class={asked && results.length === 0 ? "none" : "said-only"} role="status">
          {asked ? outcome(words, results.length) : ""}
        </p>
      </search>
      <div class="unasked" hidden={asked}>
        {children}
      </div>
    </>
  );
}

function outcome(words: Words, found: number): string {
  return found === 0 ? words.say("lookupNothing") : words.count("lookupFound", found);
}
