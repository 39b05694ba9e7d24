/** One version of a changelog. */
export interface ChangelogVersion {
  /** As its heading has it: a number, mostly, and a date. */
  title: string;
  changes: readonly string[];
}

/** Reads a changelog in Markdown: a heading of the second level for each version, one list below it. */
export function readChangelog(markdown: string): ChangelogVersion[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = "", ...lines] = part.split("\n");
      const changes = lines
        .join("\n")
        .split(/^[-*] /m)
        .slice(1)
        .map(plain);
      return { title: plain(title), changes };
    });
}

/** Its words, without the marks for emphasis, code, keys and links; what stands in code stays as it is. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<\/?kbd>/g, "")
    .replace(/`([^`]*)`|\*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
