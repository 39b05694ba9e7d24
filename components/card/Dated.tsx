import { formatDate } from "#core/pack/format-date.ts";
import { useCard } from "./card-context.ts";

/** The date that stands over a statement. */
export function Dated({ date }: { date: string }) {
  return (
    <time class="date" dateTime={date}>
      {formatDate(date, useCard().locale)}
    </time>
  );
}
