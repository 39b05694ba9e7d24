import { factDate } from "#core/pack/card-sections.ts";
import type { Fact } from "#core/pack/schema.ts";
import { Cited } from "./Cited.tsx";
import { Dated } from "./Dated.tsx";

/** Facts along a line of time, in the order given. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <ol class="time">
      {facts.map((fact) => (
        <li key={fact.statement}>
          <Dated date={factDate(fact)} />
          <Cited statement={fact.statement} citations={fact.citations} />
        </li>
      ))}
    </ol>
  );
}
