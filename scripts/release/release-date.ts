/**
 * The date that the changelog gives the version, `## 1.2.3 (2026-11-23)`. Throws where it has no such heading, where it is
 * not the first, where nothing is told under it, or where a version is told twice.
 */
export function releaseDate(changelog: string, version: string): string {
  const sections = changelog.split(/^## /mu).slice(1);
  const versions = sections.map((section) => section.split(/\s/u, 1)[0] ?? "");
  const twice = versions.find((one, index) => versions.indexOf(one) !== index);
  if (twice) throw new Error(`CHANGELOG.md tells of ${twice} twice.`);
  const [first = "", ...lines] = (sections[0] ?? "").split("\n");
  const [, told, date] = /^(\S+) \((\d{4}-\d{2}-\d{2})\)$/u.exec(first.trim()) ?? [];
  if (told !== version || date === undefined) {
    throw new Error(`CHANGELOG.md begins with “${first}”; expected “${version} (YYYY-MM-DD)”, as package.json has it.`);
  }
  if (!lines.some((line) => line.startsWith("- "))) throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return date;
}
