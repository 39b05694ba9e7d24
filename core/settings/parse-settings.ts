import * as v from "valibot";
import { normaliseHost } from "./host.ts";
import { defaultSettings, type SettingDeclaration, type Settings, settingsRecord } from "./settings.ts";

/** Settings that are whole, and a sentence for each part of the input that could not be used. */
export interface ParsedSettings {
  settings: Settings;
  problems: string[];
}

/**
 * Reads settings from storage, a file or a policy, key by key: what is missing takes its default, what is wrong takes
 * its default and is named in `problems`, as is every unknown key. Never throws.
 */
export function parseSettings(input: unknown): ParsedSettings {
  if (input === undefined || input === null) return { settings: defaultSettings, problems: [] };
  if (typeof input !== "object" || Array.isArray(input)) {
    return { settings: defaultSettings, problems: ["The settings are not a set of keys and values."] };
  }
  const problems = Object.keys(input)
    .filter((key) => !Object.hasOwn(settingsRecord, key))
    .map((key) => `${key}: no such setting.`);
  const entries = Object.entries(settingsRecord).map(([key, declaration]) => {
    const value = Object.hasOwn(input, key) ? (input as Record<string, unknown>)[key] : undefined;
    const { output, problem } = readValue(declaration, value);
    if (problem !== undefined) problems.push(`${key}: ${problem}`);
    return [key, output];
  });
  return { settings: Object.fromEntries(entries) as Settings, problems };
}

function readValue(declaration: SettingDeclaration, value: unknown): { output: unknown; problem?: string } {
  if (value === undefined) return { output: declaration.default };
  const read = v.safeParse(valueSchema(declaration), value);
  return read.success
    ? { output: read.output }
    : { output: declaration.default, problem: `${read.issues[0].message}.` };
}

/** The schema of one setting's value; its messages begin in lower case and carry no stop. */
function valueSchema(declaration: SettingDeclaration): v.GenericSchema<unknown, unknown> {
  switch (declaration.kind) {
    case "choice":
      return choiceOf(declaration.labels);
    case "set": {
      const order = Object.keys(declaration.labels);
      return v.pipe(
        v.array(choiceOf(declaration.labels), "must be a list"),
        v.transform((chosen) => order.filter((option) => chosen.includes(option))),
      );
    }
    case "switch":
      return v.boolean("must be true or false");
    case "number": {
      const bounds = `must be a whole number from ${declaration.min} to ${declaration.max}`;
      return v.pipe(
        v.number(bounds),
        v.integer(bounds),
        v.minValue(declaration.min, bounds),
        v.maxValue(declaration.max, bounds),
      );
    }
    case "hosts":
      return v.pipe(
        v.array(hostSchema, "must be a list"),
        v.transform((hosts) => [...new Set(hosts)]),
      );
  }
}

const hostSchema = v.pipe(
  v.string("must hold host names"),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const host = normaliseHost(dataset.value);
    if (host !== undefined) return host;
    addIssue({ message: `“${dataset.value}” is not a host name` });
    return NEVER;
  }),
);

function choiceOf(labels: Readonly<Record<string, unknown>>): v.GenericSchema<unknown, string> {
  const options = Object.keys(labels);
  return v.picklist(options, `must be one of ${options.join(", ")}`);
}
