/**
 * The settings, each declared once. Type, defaults, parser and the form on the options page all derive from this record;
 * what it says to the reader are keys of messages.
 */
import { cardKinds } from "../pack/schema.ts";
import type { PlainKey } from "../words/message-keys.ts";

/** The parts of the options page, in their order, with their headings’ messages. */
export const settingsSections = {
  sites: "sectionSites",
  marks: "sectionMarks",
  card: "sectionCard",
  look: "sectionLook",
} as const satisfies Record<string, PlainKey>;

interface Declaration {
  section: keyof typeof settingsSections;
  label: PlainKey;
  hint?: PlainKey;
}

/** One of several values; `labels` in the order shown. */
export interface ChoiceSetting extends Declaration {
  kind: "choice";
  default: string;
  labels: Readonly<Record<string, PlainKey>>;
}

/** Any number of several values, kept in the order of `labels`. */
export interface SetSetting extends Declaration {
  kind: "set";
  default: readonly string[];
  labels: Readonly<Record<string, PlainKey>>;
}

/** Yes or no. */
export interface SwitchSetting extends Declaration {
  kind: "switch";
  default: boolean;
}

/** A whole number within bounds. */
export interface NumberSetting extends Declaration {
  kind: "number";
  default: number;
  min: number;
  max: number;
  step: number;
  /** A unit as `Intl.NumberFormat` knows it. */
  unit: string;
}

/** Host names (`www.example.org`) as `normaliseHost` writes them; each stands for its subdomains too. */
export interface HostsSetting extends Declaration {
  kind: "hosts";
  default: readonly string[];
}

export type SettingDeclaration = ChoiceSetting | SetSetting | SwitchSetting | NumberSetting | HostsSetting;

export const settingsRecord = {
  sitesOff: {
    section: "sites",
    kind: "hosts",
    default: [],
    label: "settingSitesOff",
    hint: "settingSitesOffHint",
  },
  kinds: {
    section: "marks",
    kind: "set",
    default: cardKinds,
    labels: {
      person: "settingKindsPerson",
      place: "settingKindsPlace",
      organisation: "settingKindsOrganisation",
      topic: "settingKindsTopic",
    },
    label: "settingKinds",
  },
  mentions: {
    section: "marks",
    kind: "choice",
    default: "all",
    labels: {
      all: "settingMentionsAll",
      first: "settingMentionsFirst",
    },
    label: "settingMentions",
  },
  scope: {
    section: "marks",
    kind: "choice",
    default: "story",
    labels: {
      story: "settingScopeStory",
      everywhere: "settingScopeEverywhere",
    },
    label: "settingScope",
    hint: "settingScopeHint",
  },
  markStyle: {
    section: "marks",
    kind: "choice",
    default: "dotted",
    labels: {
      dotted: "settingMarkStyleDotted",
      solid: "settingMarkStyleSolid",
      tint: "settingMarkStyleTint",
      none: "settingMarkStyleNone",
    },
    label: "settingMarkStyle",
    hint: "settingMarkStyleHint",
  },
  openBy: {
    section: "card",
    kind: "choice",
    default: "hover",
    labels: {
      hover: "settingOpenByHover",
      click: "settingOpenByClick",
    },
    label: "settingOpenBy",
  },
  dwell: {
    section: "card",
    kind: "number",
    default: 300,
    min: 150,
    max: 1500,
    step: 50,
    unit: "millisecond",
    label: "settingDwell",
  },
  theme: {
    section: "look",
    kind: "choice",
    default: "system",
    labels: {
      system: "settingThemeSystem",
      page: "settingThemePage",
      light: "settingThemeLight",
      dark: "settingThemeDark",
    },
    label: "settingTheme",
    hint: "settingThemeHint",
  },
  textSize: {
    section: "look",
    kind: "number",
    default: 100,
    min: 80,
    max: 200,
    step: 10,
    unit: "percent",
    label: "settingTextSize",
    hint: "settingTextSizeHint",
  },
} as const satisfies Record<string, SettingDeclaration>;

type ValueOf<D extends SettingDeclaration> = D extends ChoiceSetting
  ? keyof D["labels"] & string
  : D extends SetSetting
    ? readonly (keyof D["labels"] & string)[]
    : D extends SwitchSetting
      ? boolean
      : D extends NumberSetting
        ? number
        : readonly string[];

/** The value of every setting. */
export type Settings = { readonly [K in keyof typeof settingsRecord]: ValueOf<(typeof settingsRecord)[K]> };
export type SettingKey = keyof Settings;

/** What a reader has who never opened the options. */
export const defaultSettings: Settings = Object.fromEntries(
  Object.entries(settingsRecord).map(([key, declaration]) => [key, declaration.default]),
) as unknown as Settings;
