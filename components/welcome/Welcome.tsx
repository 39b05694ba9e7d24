import type { ComponentChildren } from "preact";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";
import { PermissionList, type SiteAccess } from "./PermissionList.tsx";
import "./welcome.css";

/** The article's own words, and where they stand. */
export interface Passage {
  sentences: readonly string[];
  article: { publisher: string; title: string; url: string };
}

interface Props {
  /** What to try it on; undefined where it could not be had. */
  passage: Passage | undefined;
  opensBy: "hover" | "click";
  permissions: readonly string[];
  access: SiteAccess;
  onOptions(): void;
}

/** What the extension does and does not do, a passage to try it on, and what it asks for. */
export function Welcome({ passage, opensBy, permissions, access, onOptions }: Props) {
  const words = useWords();
  const trying = { hover: "welcomeTry", click: "welcomeTryClick" } as const;
  return (
    <div class="welcome">
      <h1>{words.say("welcomeTitle")}</h1>
      <p class="lead">{words.say("welcomeDoes")}</p>
      <Part title={words.say("welcomeTryTitle")}>
        <p role="status">{words.say(passage ? trying[opensBy] : "welcomeTryFailed")}</p>
        {passage ? (
          <figure class="passage" {...packText}>
            <blockquote>
              {passage.sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </blockquote>
            <figcaption>
              {passage.article.publisher},{" "}
              <a href={passage.article.url} target="_blank" rel="noopener noreferrer">
                {passage.article.title}
              </a>
            </figcaption>
          </figure>
        ) : null}
      </Part>
      <Part title={words.say("welcomeNotTitle")}>
        <ul>
          <li>{words.say("welcomeNotSend")}</li>
          <li>{words.say("welcomeNotChange")}</li>
          <li>{words.say("welcomeNotGuess")}</li>
          <li>{words.say("welcomeNotEverything")}</li>
        </ul>
      </Part>
      <Part title={words.say("welcomeAccessTitle")}>
        <PermissionList permissions={permissions} access={access} />
      </Part>
      <Part title={words.say("welcomeMoreTitle")}>
        <p>{words.say("welcomePopup")}</p>
        <p>{words.say("welcomeOptions")}</p>
        <button type="button" onClick={onOptions}>
          {words.say("welcomeOpenOptions")}
        </button>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
