import { formatSpan } from "#core/pack/format-date.ts";
import type { Office } from "#core/pack/schema.ts";
import { Cited } from "./Cited.tsx";
import { useCard } from "./card-context.ts";

/** Offices held, each with its time. */
export function Offices({ offices }: { offices: readonly Office[] }) {
  const { locale } = useCard();
  return (
    <ul class="offices">
      {offices.map(({ title, from, to, citations }) => (
        <li key={`${title} ${from}`}>
          <p class="date">{formatSpan(from, to, locale)}</p>
          <Cited statement={title} citations={citations} />
        </li>
      ))}
    </ul>
  );
}
