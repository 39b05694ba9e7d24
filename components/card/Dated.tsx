import { formatDate } from "#core/pack/format-date.ts";
import { useWords } from "../words.ts";

/** The date that stands over a statement. */
export function Dated({ date }: { date: string }) {
  return (
    <time class="date" dateTime={date}>
      {formatDate(date, useWords().locale)}
    </time>
  );
}
