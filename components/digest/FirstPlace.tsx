import type { DigestEntry } from "#core/messages.ts";

/** The words around a card's first mention, on one line, the mention itself set off. */
export function FirstPlace({ first: { before, words, after } }: Pick<DigestEntry, "first">) {
  return (
    // Its own language is the page's: only the direction can be told.
    <span class="first" dir="auto">
      {endOf(before)}
      <b>{words}</b>
      {after}
    </span>
  );
}

/** So much of what stands before that the mention is still on the line. */
function endOf(before: string): string {
  const most = 28;
  if (before.length <= most) return before;
  const cut = before.slice(-most);
  return `… ${cut.slice(cut.indexOf(" ") + 1)}`;
}
