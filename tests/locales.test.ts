import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { MessageFile } from "#core/words/message-file.ts";

/** The interface's messages in one language, by its folder's name. */
function messagesIn(folder: string): MessageFile {
  return JSON.parse(readFileSync(`public/_locales/${folder}/messages.json`, "utf8")) as MessageFile;
}

const english = messagesIn("en");
const folders = readdirSync("public/_locales");
const others = folders.filter((folder) => folder !== "en");
const pluralForm = /_(?:zero|one|two|few|many|other)$/u;
const stems = Object.keys(english).flatMap((key) => (key.endsWith("_other") ? [key.replace(pluralForm, "")] : []));
/** Forms that stand for one number each may leave the number out. */
const numberless = /_(?:zero|one|two)$/u;

function stemOf(key: string): string | undefined {
  const stem = key.replace(pluralForm, "");
  return stem !== key && stems.includes(stem) ? stem : undefined;
}

function tagOf(folder: string): string {
  return folder.replace("_", "-");
}

function namesIn(message: string): string[] {
  return [...new Set(Array.from(message.matchAll(/\$(\w+)\$/gu), ([, name]) => (name ?? "").toLowerCase()))].sort();
}

/** Which messages a language must have: the English ones, each counted one in every plural form of its own. */
function keysFor(folder: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(tagOf(folder)).resolvedOptions();
  const plain = Object.keys(english).filter((key) => !stemOf(key));
  return [...plain, ...stems.flatMap((stem) => pluralCategories.map((category) => `${stem}_${category}`))];
}

/** What is wrong with the placeholders of a message; `names` are those that it is to have. */
function placeholderFaults(
  key: string,
  { message, placeholders = {} }: MessageFile[string],
  names: string[],
): string[] {
  const declared = Object.keys(placeholders);
  const said = namesIn(message);
  const wanted = numberless.test(key) && !said.includes("count") ? names.filter((name) => name !== "count") : names;
  const faults: string[] = [];
  if (said.join() !== wanted.join()) faults.push(`${key} holds $${said}$ instead of $${wanted}$`);
  if (declared.toSorted().join() !== said.join()) faults.push(`${key} declares $${declared}$ and holds $${said}$`);
  for (const name of declared) {
    const number = `$${names.indexOf(name) + 1}`;
    if (placeholders[name]?.content !== number) faults.push(`${key}: $${name}$ is ${number} by the alphabet`);
  }
  return faults;
}

/** Forms of a message share its placeholders. */
function namesFor(key: string): string[] {
  const stem = stemOf(key);
  return namesIn(english[stem ? `${stem}_other` : key]?.message ?? "");
}

describe.each(folders)("the words in %s", (folder) => {
  const messages = messagesIn(folder);

  it("are complete: none is missing, in no plural form, and none is left over", () => {
    const keys = Object.keys(messages);
    expect(keysFor(folder).filter((key) => !keys.includes(key))).toEqual([]);
    expect(keys.filter((key) => !Object.hasOwn(english, key) && !stemOf(key))).toEqual([]);
  });

  it("have the placeholders that they are given values for", () => {
    const faults = Object.entries(messages).flatMap(([key, message]) => placeholderFaults(key, message, namesFor(key)));
    expect(faults).toEqual([]);
  });

  it("name their language", () => {
    expect(messages.languageTag?.message).toBe(tagOf(folder));
  });

  it("are no longer than stores and browsers take", () => {
    expect(messages.extensionName?.message.length).toBeLessThanOrEqual(75);
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });

  it("are set with the marks of a printer, not of a typewriter", () => {
    const plain = Object.entries(messages).filter(([, { message }]) => /["']|\.\.\.|\s$|^\s/u.test(message));
    expect(plain.map(([key]) => key)).toEqual([]);
  });
});

it.each(others)("%s is a translation: few messages read as in English", (folder) => {
  const messages = messagesIn(folder);
  const same = Object.keys(english).filter((key) => messages[key]?.message === english[key]?.message);
  expect(same.length).toBeLessThan(20);
});

describe("the English messages", () => {
  const files = ["core", "components", "entrypoints", "platform"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const sources = [...files, "wxt.config.ts"]
    .filter((file) => /\.(?:tsx?|html)$/u.test(file) && !/\.test\.tsx?$/u.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");

  it("are all used", () => {
    const isSaid = (key: string) => new RegExp(`"${key}"|__MSG_${key}__`, "u").test(sources);
    const keys = Object.keys(english).map((key) => stemOf(key) ?? key);
    expect([...new Set(keys)].filter((key) => !isSaid(key))).toEqual([]);
  });

  it("hold all that the manifest asks for", () => {
    const asked = Array.from(sources.matchAll(/__MSG_(\w+)__/gu), ([, key]) => key ?? "");
    expect(asked.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  it("tell translators where they stand", () => {
    expect(Object.keys(english).filter((key) => !english[key]?.description)).toEqual([]);
  });

  it("have keys that differ in more than their capitals, which browsers do not tell apart", () => {
    const keys = Object.keys(english).map((key) => key.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
  });
});
