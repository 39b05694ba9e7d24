import { type CardKind, cardKinds } from "../pack/schema.ts";
import type { Mute, NumberSetting, Pause, SettingDeclaration, SiteRule } from "./settings.ts";
import { normalisePattern } from "./site-pattern.ts";

/** What is wrong with a value, or with one entry of a list. */
export type Fault =
  | "notAList"
  | "notAnOption"
  | "notTrueOrFalse"
  | "notInRange"
  | "notAPause"
  | "notARule"
  | "notAPattern"
  | "notAMute";

/** A value read: undefined where nothing of it can be used; of a list, the entries that can. */
export interface ReadValue {
  value: unknown;
  /** `entry`: the place in the list of the one at fault. */
  faults: readonly { fault: Fault; entry?: number }[];
}

type ReadEntry<T> = T | Fault;

const cardId = /^[a-z0-9-]{1,64}$/;

/** Reads one setting's value by its declaration. Never throws, whatever the value is. */
export function readValue(declaration: SettingDeclaration, value: unknown): ReadValue {
  switch (declaration.kind) {
    case "choice":
      return isOption(declaration.labels, value) ? good(value) : bad("notAnOption");
    case "set": {
      const { labels } = declaration;
      const read = readList(value, (entry) => (isOption(labels, entry) ? { option: entry } : "notAnOption"));
      const chosen = (read.value as { option: string }[] | undefined)?.map(({ option }) => option);
      return { ...read, value: chosen && Object.keys(labels).filter((option) => chosen.includes(option)) };
    }
    case "switch":
      return typeof value === "boolean" ? good(value) : bad("notTrueOrFalse");
    case "number":
      return isWithin(declaration, value) ? good(value) : bad("notInRange");
    case "sites":
      return readList(value, readRule);
    case "mutes":
      return readList(value, readMute);
    case "pause":
      return isPause(value) ? good(value) : bad("notAPause");
  }
}

function good(value: unknown): ReadValue {
  return { value, faults: [] };
}

function bad(fault: Fault): ReadValue {
  return { value: undefined, faults: [{ fault }] };
}

/** The good entries, each once. A list of which nothing can be used is no list. */
function readList<T extends object>(value: unknown, readEntry: (entry: unknown) => ReadEntry<T>): ReadValue {
  if (!Array.isArray(value)) return bad("notAList");
  const kept = new Map<string, T>();
  const faults = value.flatMap((entry: unknown, place) => {
    const read = readEntry(entry);
    if (typeof read === "string") return [{ fault: read, entry: place }];
    // A site has one rule: the last that was written.
    const identity = "pattern" in read ? String(read.pattern) : JSON.stringify(read);
    kept.delete(identity);
    kept.set(identity, read);
    return [];
  });
  return { value: kept.size === 0 && faults.length > 0 ? undefined : [...kept.values()], faults };
}

function readRule(entry: unknown): ReadEntry<SiteRule> {
  const { pattern, on } = fieldsOf(entry);
  if (typeof pattern !== "string" || typeof on !== "boolean") return "notARule";
  const known = normalisePattern(pattern);
  return known === undefined ? "notAPattern" : { pattern: known, on };
}

function readMute(entry: unknown): ReadEntry<Mute> {
  const { card, kind, site } = fieldsOf(entry);
  const known = typeof site === "string" ? normalisePattern(site) : undefined;
  if (site !== undefined && known === undefined) return typeof site === "string" ? "notAPattern" : "notAMute";
  if (typeof card === "string" && cardId.test(card) && kind === undefined)
    return known ? { card, site: known } : { card };
  return isKind(kind) && card === undefined && known ? { kind, site: known } : "notAMute";
}

function fieldsOf(entry: unknown): Record<string, unknown> {
  return typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>) : {};
}

function isOption(labels: Readonly<Record<string, unknown>>, value: unknown): value is string {
  return typeof value === "string" && Object.hasOwn(labels, value);
}

function isKind(value: unknown): value is CardKind {
  return cardKinds.some((kind) => kind === value);
}

function isWithin({ min, max }: NumberSetting, value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}

function isPause(value: unknown): value is Pause {
  return (
    value === "no" || value === "restart" || value === "lasting" || (Number.isSafeInteger(value) && Number(value) > 0)
  );
}
