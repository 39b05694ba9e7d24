import { formatSpan } from "#core/pack/format-date.ts";
import type { Office } from "#core/pack/schema.ts";
import { useWords } from "../words.ts";
import { Cited } from "./Cited.tsx";

/** Offices held, each with its time. */
export function Offices({ offices }: { offices: readonly Office[] }) {
  const words = useWords();
  return (
    <ul class="offices">
      {offices.map(({ title, from, to, citations }) => (
        <li key={`${title} ${from}`}>
          <p class="date">{formatSpan(from, to, words)}</p>
          <Cited statement={title} citations={citations} />
        </li>
      ))}
    </ul>
  );
}
