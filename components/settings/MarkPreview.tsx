import type { Settings } from "#core/settings/settings.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";

/** A sentence marked in one style, as on a page. */
export function MarkPreview({ style }: { style: Settings["markStyle"] }) {
  const words = useWords();
  const marked = (name: string) => <span class={`mark ${style}`}>{name}</span>;
  return (
    <p class="mark-preview">
      <span class="caption">{words.say("markPreview")} </span>
      <span {...packText}>
        In an interview with {marked("Sky News")}, {marked("Volodymyr Zelensky")} spoke of a {marked("NATO umbrella")}.
      </span>
    </p>
  );
}
