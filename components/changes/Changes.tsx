import type { ChangelogVersion } from "#core/changelog.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";

/** What has changed with every version, the newest first. It is written in English. */
export function Changes({ versions }: { versions: readonly ChangelogVersion[] }) {
  const words = useWords();
  return (
    <>
      <h1>{words.say("changesHeading")}</h1>
      {versions.map(({ title, changes }) => (
        <section key={title} {...packText}>
          <h2>{title}</h2>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
