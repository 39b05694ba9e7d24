import { useId, useState } from "preact/hooks";
import { citationText } from "#core/pack/citation-text.ts";
import type { Citation } from "#core/pack/schema.ts";
import { packText } from "../pack-text.ts";
import { useWords } from "../words.ts";
import { CopyButton } from "./CopyButton.tsx";
import { useCard } from "./card-context.ts";
import { quotationClass } from "./quotation-class.ts";
import { SourceLine } from "./SourceLine.tsx";

/** A statement and its citations: numbered buttons, each of which unfolds the quoted words under the statement. */
export function Cited({ statement, citations }: { statement: string; citations: readonly Citation[] }) {
  const words = useWords();
  const { numberOf, view } = useCard();
  const [open, setOpen] = useState<number>();
  const id = useId();
  // The first button keeps to the last word: a number alone on a line belongs to nothing.
  const lastSpace = statement.lastIndexOf(" ") + 1;
  const shown = citations.find((citation) => numberOf(citation) === open);
  return (
    <>
      <p class="statement" {...packText}>
        {statement.slice(0, lastSpace)}
        <span class="tail">
          {statement.slice(lastSpace)}
          {citations.map((citation) => {
            const number = numberOf(citation);
            const publisher = view.sources[citation.source]?.publisher ?? "";
            return (
              <button
                key={number}
                type="button"
                class="number"
                aria-label={words.say("cardSourceNumber", { number: words.number(number), publisher })}
                lang={words.language}
                aria-expanded={open === number}
                aria-controls={`${id}-${number}`}
                onClick={() => setOpen(open === number ? undefined : number)}
              >
                {words.number(number)}
              </button>
            );
          })}
        </span>
      </p>
      {shown ? <SourceNote key={open} id={`${id}-${open}`} citation={shown} /> : null}
    </>
  );
}

function SourceNote({ id, citation }: { id: string; citation: Citation }) {
  const words = useWords();
  const { view, copy } = useCard();
  const source = view.sources[citation.source];
  const lang = citation.lang ?? source?.lang;
  return (
    <div class="note" id={id}>
      <blockquote class={quotationClass(citation.quote)} lang={lang} dir="auto">
        <span class="last">{citation.quote}</span>
      </blockquote>
      {citation.translation ? (
        <p class="translation">
          <span class="label">{words.say("cardTranslation")}</span> <span {...packText}>{citation.translation}</span>
        </p>
      ) : null}
      {source ? <SourceLine source={source} quote={citation.quote} /> : null}
      {source && copy ? (
        <CopyButton
          label={words.say("cardCopyCitation")}
          onCopy={() => copy.text(citationText(citation, source, words))}
        />
      ) : null}
    </div>
  );
}
