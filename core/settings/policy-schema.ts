import { cardKinds } from "../pack/schema.ts";
import type { Words } from "../words/words.ts";
import { type SettingDeclaration, settingEntries } from "./settings.ts";

/** One setting in a policy schema: the part of JSON Schema that Chromium reads (https://www.chromium.org/administrators/complex-policies-on-windows/). */
export interface PolicyProperty {
  title?: string;
  description?: string;
  type: "object" | "array" | "string" | "boolean" | "integer";
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
  items?: PolicyProperty;
  properties?: Readonly<Record<string, PolicyProperty>>;
}

/** The schema of `storage.managed`: every setting that an organisation may set, from the record. */
export function policySchema(words: Words): PolicyProperty {
  const properties = settingEntries.flatMap(([key, declaration]) => {
    if (declaration.setBy === "reader") return [];
    const { label, hint } = declaration;
    return [[key, { title: words.say(label), ...(hint && { description: words.say(hint) }), ...typeOf(declaration) }]];
  });
  return { type: "object", properties: Object.fromEntries(properties) };
}

function typeOf(declaration: SettingDeclaration): PolicyProperty {
  switch (declaration.kind) {
    case "choice":
      return optionOf(Object.keys(declaration.labels));
    case "set":
      return { type: "array", items: optionOf(Object.keys(declaration.labels)) };
    case "switch":
      return { type: "boolean" };
    case "number":
      return { type: "integer", minimum: declaration.min, maximum: declaration.max };
    case "sites":
      return {
        type: "array",
        items: { type: "object", properties: { pattern: { type: "string" }, on: { type: "boolean" } } },
      };
    case "mutes":
      return {
        type: "array",
        items: {
          type: "object",
          properties: { card: { type: "string" }, kind: optionOf(cardKinds), site: { type: "string" } },
        },
      };
    case "pause":
      return { type: "string" };
  }
}

function optionOf(options: readonly string[]): PolicyProperty {
  return { type: "string", enum: options };
}
