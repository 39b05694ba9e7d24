/**
 * The settings, each declared once. Type, defaults, parser, the form on the options page, the policy schema and the tests
 * of each setting's effect all derive from this record; what it says to the reader are keys of messages.
 */
import { type CardKind, cardKinds } from "../pack/schema.ts";
import type { PlainKey } from "../words/message-keys.ts";

/** The version of the record, counted up whenever stored settings must be rewritten; `migrate.ts` knows how. */
export const settingsVersion = 2;

/** The parts of the options page, in their order, with their headings’ messages. */
export const settingsSections = {
  sites: "sectionSites",
  marks: "sectionMarks",
  card: "sectionCard",
  look: "sectionLook",
  browsers: "sectionBrowsers",
} as const satisfies Record<string, PlainKey>;

interface Declaration {
  section: keyof typeof settingsSections;
  label: PlainKey;
  hint?: PlainKey;
  /** The version of the record that brought it. */
  since: number;
  /** Whose it is: the reader's alone, the reader's unless a policy sets it, or a policy's alone. */
  setBy: "reader" | "anyone" | "organisation";
  /** Whether it goes along to the reader's other browsers, and into an exported file. */
  travels: boolean;
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

/** Sites, by pattern, where Context Cards is on or off. */
export interface SitesSetting extends Declaration {
  kind: "sites";
  default: readonly SiteRule[];
}

/** What is not marked, though its kind is. */
export interface MutesSetting extends Declaration {
  kind: "mutes";
  default: readonly Mute[];
}

/** Whether, and for how long, nothing is marked anywhere. */
export interface PauseSetting extends Declaration {
  kind: "pause";
  default: Pause;
}

export type SettingDeclaration =
  | ChoiceSetting
  | SetSetting
  | SwitchSetting
  | NumberSetting
  | SitesSetting
  | MutesSetting
  | PauseSetting;

/** One site, or several, and whether Context Cards is on there. `pattern` as `normalisePattern` writes it. */
export interface SiteRule {
  readonly pattern: string;
  readonly on: boolean;
}

/** A card that is not marked, on the sites of a pattern or anywhere; or a kind that is not marked on them. */
export type Mute =
  | { readonly card: string; readonly site?: string }
  | { readonly kind: CardKind; readonly site: string };

/** "no"; until the browser is started again; until the reader ends it; or until a time, in ms since 1970. */
export type Pause = "no" | "restart" | "lasting" | number;

export const settingsRecord = {
  siteRules: {
    section: "sites",
    kind: "sites",
    default: [],
    since: 2,
    setBy: "reader",
    travels: true,
    label: "settingSiteRules",
    hint: "settingSiteRulesHint",
  },
  organisationSites: {
    section: "sites",
    kind: "sites",
    default: [],
    since: 2,
    setBy: "organisation",
    travels: false,
    label: "settingOrganisationSites",
    hint: "settingOrganisationSitesHint",
  },
  paused: {
    section: "sites",
    kind: "pause",
    default: "no",
    since: 2,
    setBy: "reader",
    travels: false,
    label: "settingPaused",
  },
  kinds: {
    section: "marks",
    kind: "set",
    default: cardKinds,
    since: 1,
    setBy: "anyone",
    travels: true,
    labels: {
      person: "settingKindsPerson",
      place: "settingKindsPlace",
      organisation: "settingKindsOrganisation",
      topic: "settingKindsTopic",
    },
    label: "settingKinds",
  },
  muted: {
    section: "marks",
    kind: "mutes",
    default: [],
    since: 2,
    setBy: "anyone",
    travels: true,
    label: "settingMuted",
    hint: "settingMutedHint",
  },
  mentions: {
    section: "marks",
    kind: "choice",
    default: "all",
    since: 1,
    setBy: "anyone",
    travels: true,
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
    since: 1,
    setBy: "anyone",
    travels: true,
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
    since: 1,
    setBy: "anyone",
    travels: true,
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
    since: 1,
    setBy: "anyone",
    travels: true,
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
    since: 1,
    setBy: "anyone",
    travels: true,
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
    since: 1,
    setBy: "anyone",
    travels: true,
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
    since: 2,
    setBy: "anyone",
    travels: true,
    min: 80,
    max: 200,
    step: 10,
    unit: "percent",
    label: "settingTextSize",
    hint: "settingTextSizeHint",
  },
  sync: {
    section: "browsers",
    kind: "switch",
    default: false,
    since: 2,
    setBy: "anyone",
    travels: false,
    label: "settingSync",
    hint: "settingSyncHint",
  },
  welcome: {
    section: "browsers",
    kind: "switch",
    default: true,
    since: 2,
    setBy: "organisation",
    travels: false,
    label: "settingWelcome",
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
        : D extends SitesSetting
          ? readonly SiteRule[]
          : D extends MutesSetting
            ? readonly Mute[]
            : Pause;

/** The value of every setting. */
export type Settings = { readonly [K in keyof typeof settingsRecord]: ValueOf<(typeof settingsRecord)[K]> };
export type SettingKey = keyof Settings;

/** Every setting with its declaration, in the order of the record. */
export const settingEntries = Object.entries(settingsRecord) as readonly [SettingKey, SettingDeclaration][];

/** What a reader has who never opened the options. */
export const defaultSettings: Settings = Object.fromEntries(
  settingEntries.map(([key, declaration]) => [key, declaration.default]),
) as unknown as Settings;
