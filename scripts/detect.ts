/**
 * Prints the mentions in a text, one JSON object a line. It is the code that the content script runs.
 * See `usage` below, or run `npm run --silent detect -- --help`.
 */
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { detect, explainText } from "#core/detect/detect.ts";
import { createNamesIndex } from "#core/names/names-index.ts";
import { names } from "#packs/names.js";
import { englishWords } from "../tests/support/english-words.ts";

const usage = `Usage: npm run --silent detect -- [--lang CODE] [--everywhere] [--why] [--jsonl] [FILE|-]

  --lang CODE    the text's language (BCP 47), as a page's lang attribute gives it
  --everywhere   mark broad names (France, ceasefire …) on texts that are not part of the story, too
  --why          say for every form of a name found whether it counts, and why
  --jsonl        read {"id","lang","text"} a line, print {"id","mentions":[…]} a line
  FILE           a text file; - or nothing reads standard input

Offsets are UTF-16 units.`;

const lineSchema = v.object({
  id: v.union([v.string(), v.number()]),
  lang: v.optional(v.nullable(v.string()), ""),
  text: v.string(),
});

const index = createNamesIndex(names);

await main().catch((error: unknown) => {
  process.stderr.write(`detect: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lang: { type: "string", default: "" },
      everywhere: { type: "boolean", default: false },
      jsonl: { type: "boolean", default: false },
      why: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [file = "-"] = positionals;
  if (values.help || positionals.length > 1) {
    process.stdout.write(`${usage}\n`);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const { everywhere } = values;
  if (values.jsonl) {
    await detectLines(file === "-" ? process.stdin : createReadStream(file), values.lang, everywhere);
    return;
  }
  const text = readFileSync(file === "-" ? 0 : file, "utf8");
  const found = values.why
    ? explainText(text, values.lang, index, { everywhere }, englishWords)
    : detect(text, values.lang, index, { everywhere });
  for (const mention of found) {
    await print({ ...mention, text: text.slice(mention.start, mention.end) });
  }
}

/** One document a line, answered in order. Throws with the line's number at the first line that is not one. */
async function detectLines(input: Readable, lang: string, everywhere: boolean): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const document = parseLine(line, number);
    const mentions = detect(document.text, document.lang || lang, index, { everywhere });
    const withText = mentions.map((mention) => ({ ...mention, text: document.text.slice(mention.start, mention.end) }));
    await print({ id: document.id, mentions: withText });
  }
}

function parseLine(line: string, number: number): v.InferOutput<typeof lineSchema> {
  const expected = `line ${number} is not {"id","lang","text"}`;
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch (error) {
    throw new Error(`${expected}: ${error instanceof Error ? error.message : "not JSON"}`);
  }
  const result = v.safeParse(lineSchema, input);
  if (!result.success) throw new Error(`${expected}: ${result.issues.map((issue) => issue.message).join("; ")}`);
  return result.output;
}

/** Writes a line, waiting where the reader is slower. */
async function print(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) {
    await new Promise<void>((resolve) => process.stdout.once("drain", () => resolve()));
  }
}
