import { type SettingDeclaration, type SettingKey, settingsRecord } from "#core/settings/settings.ts";
import type { FileNote, Refusal } from "#core/settings/settings-file.ts";
import type { PlainKey } from "#core/words/message-keys.ts";
import type { Words } from "#core/words/words.ts";

const plain = {
  notAList: "faultNotAList",
  notTrueOrFalse: "faultNotTrueOrFalse",
  notAPause: "faultNotAPause",
  notARule: "faultNotARule",
  notAPattern: "faultNotAPattern",
  notAMute: "faultNotAMute",
  unknownSetting: "faultUnknownSetting",
  notSettings: "faultNotSettings",
  syntax: "faultSyntax",
  twice: "faultTwice",
  locked: "faultLocked",
  notForFiles: "faultNotForFiles",
  newerVersion: "faultNewerVersion",
  noVersion: "faultNoVersion",
} as const satisfies Record<Exclude<FileNote["fault"], "notAnOption" | "notInRange">, PlainKey>;

const refusals = {
  empty: "importEmpty",
  tooLong: "importTooLong",
  notText: "importNotText",
  notOurs: "importNotOurs",
  nothingUsable: "importNothingUsable",
} as const satisfies Record<Refusal, PlainKey>;

/** What is wrong in a file's line, in a sentence. Settings and values are named as they stand in the file. */
export function sayNote({ line, key, fault }: FileNote, words: Words): string {
  const what = sayFault(fault, key === undefined ? undefined : declarationOf(key), words);
  const number = words.number(line);
  return key === undefined
    ? words.say("importLine", { line: number, what })
    : words.say("importLineSetting", { key, line: number, what });
}

/** Why nothing of a file is used. */
export function sayRefusal(refusal: Refusal, words: Words): string {
  return words.say(refusals[refusal]);
}

function sayFault(fault: FileNote["fault"], declaration: SettingDeclaration | undefined, words: Words): string {
  if (fault === "notAnOption") {
    const options = declaration && "labels" in declaration ? Object.keys(declaration.labels) : [];
    return words.say("faultNotAnOption", { options: options.join(", ") });
  }
  if (fault === "notInRange") {
    const { min, max } = declaration?.kind === "number" ? declaration : { min: 0, max: 0 };
    return words.say("faultNotInRange", { max: words.number(max), min: words.number(min) });
  }
  return words.say(plain[fault]);
}

function declarationOf(key: string): SettingDeclaration | undefined {
  return Object.hasOwn(settingsRecord, key) ? settingsRecord[key as SettingKey] : undefined;
}
