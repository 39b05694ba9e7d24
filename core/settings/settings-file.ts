import { getNodeValue, type Node, type ParseError, parseTree } from "jsonc-parser";
import { migrate } from "./migrate.ts";
import { type Problem, parseValues } from "./parse-settings.ts";
import { type SettingKey, type Settings, settingEntries, settingsRecord, settingsVersion } from "./settings.ts";

/** What an exported file says of itself. */
const format = "context-cards-settings";
/** How long a file may be, in UTF-16 units: many times what the longest list of rules needs. */
export const longestFile = 1_000_000;

/** Why nothing of a file is used. */
export type Refusal = "empty" | "tooLong" | "notText" | "notOurs" | "nothingUsable";

/** Something in a file that is not used, or not as it stands; `line` from 1. */
export interface FileNote {
  line: number;
  /** The setting it stands in. */
  key?: string;
  fault: Problem["fault"] | "syntax" | "twice" | "locked" | "notForFiles" | "newerVersion" | "noVersion";
}

/** A file read: what it changes, and what of it is left out. Where it is refused, it changes nothing. */
export interface SettingsFile {
  refusal?: Refusal;
  changes: Partial<Settings>;
  notes: readonly FileNote[];
}

/** The settings that travel, as the text of a file. */
export function writeSettingsFile(settings: Settings): string {
  const values = settingEntries.flatMap(([key, { travels }]) => (travels ? [[key, settings[key]]] : []));
  return `${JSON.stringify({ format, version: settingsVersion, settings: Object.fromEntries(values) }, null, 2)}\n`;
}

/** Reads a file line by line, whatever it holds: what is good is kept, what is not is told. Never throws. */
export function readSettingsFile(content: string, locked: readonly SettingKey[] = []): SettingsFile {
  const text = content.replace(/^\uFEFF/, "");
  if (text.trim() === "") return refuse("empty");
  if (text.length > longestFile) return refuse("tooLong");
  if (text.includes("\0") || text.includes("\uFFFD")) return refuse("notText");
  const errors: ParseError[] = [];
  const root = parse(text, errors);
  const parts = propertiesOf(root);
  if (scalarOf(parts.get("format")) !== format) return refuse("notOurs");

  const lineOf = createLines(text);
  const notes: FileNote[] = errors.map(({ offset }) => ({ line: lineOf(offset), fault: "syntax" }));
  const version = readVersion(scalarOf(parts.get("version")));
  const versionLine = lineOf(parts.get("version")?.offset ?? 0);
  if (version === undefined) notes.push({ line: versionLine, key: "version", fault: "noVersion" });
  else if (version > settingsVersion) notes.push({ line: versionLine, key: "version", fault: "newerVersion" });

  const body = parts.get("settings");
  if (body && body.type !== "object") notes.push({ line: lineOf(body.offset), key: "settings", fault: "notSettings" });
  const found = propertiesOf(body, (key, node) => notes.push({ line: lineOf(node.offset), key, fault: "twice" }));
  const given: [string, unknown][] = [];
  for (const [key, node] of found) {
    // What was guessed around an error is not what the reader had.
    if (errors.some(({ offset }) => offset >= node.offset && offset <= node.offset + node.length)) continue;
    if (isKnown(key) && locked.includes(key)) notes.push({ line: lineOf(node.offset), key, fault: "locked" });
    else if (isKnown(key) && !settingsRecord[key].travels)
      notes.push({ line: lineOf(node.offset), key, fault: "notForFiles" });
    else given.push([key, getNodeValue(node)]);
  }
  const { values, problems } = parseValues(migrate(Object.fromEntries(given), version ?? settingsVersion));
  for (const { key, fault, entry } of problems) {
    const node = found.get(key);
    const at = entry === undefined ? node : (node?.children?.[entry] ?? node);
    notes.push({ line: lineOf((at ?? body)?.offset ?? 0), key, fault });
  }
  notes.sort((one, other) => one.line - other.line);
  return Object.keys(values).length === 0
    ? { refusal: "nothingUsable", changes: {}, notes }
    : { changes: values, notes };
}

function refuse(refusal: Refusal): SettingsFile {
  return { refusal, changes: {}, notes: [] };
}

function parse(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true, allowEmptyContent: false });
  } catch {
    // Nested deeper than the stack is: none of ours.
    return undefined;
  }
}

/** The values of an object by their keys; the last of those that stand twice. */
function propertiesOf(node: Node | undefined, onTwice?: (key: string, node: Node) => void): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const { children = [] } of node?.type === "object" ? (node.children ?? []) : []) {
    const [name, value] = children;
    if (!name || !value) continue;
    const key = String(name.value);
    if (found.has(key)) onTwice?.(key, value);
    found.set(key, value);
  }
  return found;
}

function scalarOf(node: Node | undefined): unknown {
  return node?.value;
}

function readVersion(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 1 ? Number(value) : undefined;
}

function isKnown(key: string): key is SettingKey {
  return Object.hasOwn(settingsRecord, key);
}

/** Which line, from 1, an offset is in. */
function createLines(text: string): (offset: number) => number {
  const starts = [0];
  for (const { index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + 1);
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
}
