/** The corpus: documents with the mentions expected in them, written `[[surface|card]]` in their text. */
import { readdirSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { readMarked } from "#core/detect/marked-text.ts";
import type { Mention } from "#core/detect/mention.ts";

const documentSchema = v.strictObject({
  id: v.string(),
  lang: v.string(),
  /** The language the text is in, where `lang` (what its page declares) is missing or wrong. */
  true_lang: v.optional(v.string()),
  kind: v.string(),
  /** `story`: broad cards only where the text belongs to the story; otherwise they count everywhere. */
  scope: v.optional(v.picklist(["story", "everywhere"]), "everywhere"),
  text: v.string(),
});

/** A document as a page has it, and what is to be found in it. */
export interface CorpusDocument {
  id: string;
  lang: string;
  trueLang: string;
  kind: string;
  everywhere: boolean;
  text: string;
  expected: Mention[];
}

/** Reads every `*.jsonl` of a folder. Throws naming file and line where one cannot be read. */
export function readCorpus(folder: string): CorpusDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .flatMap((file) =>
      readFileSync(`${folder}/${file}`, "utf8")
        .split("\n")
        .flatMap((line, i) => (line.trim() === "" ? [] : [readDocument(line, `${file}:${i + 1}`)])),
    );
}

function readDocument(line: string, place: string): CorpusDocument {
  try {
    const { id, lang, true_lang, kind, scope, text } = v.parse(documentSchema, JSON.parse(line));
    return { id, lang, trueLang: true_lang ?? lang, kind, everywhere: scope === "everywhere", ...readMarked(text) };
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
