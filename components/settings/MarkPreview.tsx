import type { Settings } from "#core/settings/settings.ts";

/** A sentence marked in one style, as on a page. */
export function MarkPreview({ style }: { style: Settings["markStyle"] }) {
  const marked = (name: string) => <span class={`mark ${style}`}>{name}</span>;
  return (
    <p class="mark-preview">
      <span class="caption">On a page: </span>
      In an interview with {marked("Sky News")}, {marked("Volodymyr Zelensky")} spoke of a {marked("NATO umbrella")}.
    </p>
  );
}
