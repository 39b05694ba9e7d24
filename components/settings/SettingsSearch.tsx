import { useWords } from "../words.ts";
import "./settings-search.css";

interface Props {
  query: string;
  /** How much it finds. */
  found: number;
  onQuery(query: string): void;
}

/** The line that narrows the settings down, and says how far. */
export function SettingsSearch({ query, found, onQuery }: Props) {
  const words = useWords();
  const isSearching = query.trim() !== "";
  return (
    <search class="search">
      <input
        type="search"
        aria-label={words.say("optionsSearch")}
        placeholder={words.say("optionsSearch")}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <p class={found === 0 ? "none" : "said-only"} role="status">
        {isSearching ? (found === 0 ? words.say("optionsNoneFound") : words.count("optionsFound", found)) : ""}
      </p>
    </search>
  );
}
