import type { Absence } from "#core/digest/absence.ts";
import type { PlainKey } from "#core/words/message-keys.ts";
import { useWords } from "../words.ts";

interface Props {
  absence: Absence;
  /** Asks the reader for access to all sites. */
  onAllowSites(): void;
  onReload(): void;
}

const sentences = {
  withheld: "absentWithheld",
  loading: "absentLoading",
  readerView: "absentReaderView",
  browserPage: "absentBrowserPage",
  fileOrBrowserPage: "absentFile",
  store: "absentStore",
  pdf: "absentPdf",
  silent: "absentSilent",
} as const satisfies Record<Absence, PlainKey>;

/** Why nothing can be said of the page, with what the reader can do about it. */
export function PageAbsence({ absence, onAllowSites, onReload }: Props) {
  const words = useWords();
  return (
    <div class="digest-message">
      <p role="status">{words.say(sentences[absence])}</p>
      {absence === "withheld" ? (
        <button type="button" class="main" onClick={onAllowSites}>
          {words.say("absentAllow")}
        </button>
      ) : null}
      {absence === "silent" ? (
        <button type="button" onClick={onReload}>
          {words.say("absentReload")}
        </button>
      ) : null}
    </div>
  );
}
