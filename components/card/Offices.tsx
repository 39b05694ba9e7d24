import { formatSpan } from "#core/pack/format-date.ts";
import type { Office } from "#core/pack/schema.ts";
import { useWords } from "../words.ts";
import { Cited } from "./Cited.tsx";

/** Offices held, each after its time. */
export function Offices({ offices }: { offices: readonly Office[] }) {
  const words = useWords();
  return (
    <ul class="offices">
      {offices.map(({ title, from, to, citations }) => (
        <li key={`${title} ${from}`}>
          <span class="date">{heldTogether(formatSpan(from, to, words))}</span>
          <Cited statement={title} citations={citations} />
        </li>
      ))}
    </ul>
  );
}

/** A span in a narrow column breaks between its dates, not within them. */
function heldTogether(span: string): string {
  return span.replaceAll(" ", "\u00a0").replace("\u00a0–\u00a0", "\u00a0– ");
}
