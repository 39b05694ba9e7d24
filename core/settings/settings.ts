/**
 * The settings, each declared once. Type, defaults, parser and the form on the options page all derive from this record.
 */
import { cardKinds } from "../pack/schema.ts";

/** The parts of the options page, in their order, with their headings. */
export const settingsSections = {
  sites: "Sites",
  marks: "Marks on the page",
  card: "Cards",
  look: "Look",
} as const;

interface Declaration {
  section: keyof typeof settingsSections;
  label: string;
  hint?: string;
}

/** One of several values; `labels` in the order shown. */
export interface ChoiceSetting extends Declaration {
  kind: "choice";
  default: string;
  labels: Readonly<Record<string, string>>;
}

/** Any number of several values, kept in the order of `labels`. */
export interface SetSetting extends Declaration {
  kind: "set";
  default: readonly string[];
  labels: Readonly<Record<string, string>>;
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
    label: "Sites where Context Cards is off",
    hint: "One site a line, as in example.org, which covers www.example.org too. The switch in the toolbar popup adds to this list.",
  },
  kinds: {
    section: "marks",
    kind: "set",
    default: cardKinds,
    labels: { person: "People", place: "Places", organisation: "Organisations", topic: "Topics" },
    label: "What to mark",
  },
  mentions: {
    section: "marks",
    kind: "choice",
    default: "all",
    labels: { all: "Every mention", first: "Only the first mention of each" },
    label: "Which mentions",
  },
  scope: {
    section: "marks",
    kind: "choice",
    default: "story",
    labels: { story: "Only on pages that belong to the story", everywhere: "On every page" },
    label: "Common names (France, the United States …)",
    hint: "Topics, such as a ceasefire, are marked only on pages that belong to the story.",
  },
  markStyle: {
    section: "marks",
    kind: "choice",
    default: "dotted",
    labels: { dotted: "Dotted line", solid: "Thin line", tint: "Light tint", none: "Nothing visible" },
    label: "How marks look",
    hint: "With nothing visible, resting on a name still opens its card.",
  },
  openBy: {
    section: "card",
    kind: "choice",
    default: "hover",
    labels: { hover: "Resting on a name", click: "Clicking a name" },
    label: "How cards open",
  },
  dwell: {
    section: "card",
    kind: "number",
    default: 300,
    min: 150,
    max: 1500,
    step: 50,
    unit: "ms",
    label: "How long to rest before a card opens",
  },
  theme: {
    section: "look",
    kind: "choice",
    default: "system",
    labels: { system: "As the system", page: "As the page", light: "Light", dark: "Dark" },
    label: "Theme",
    hint: "As the page: a card on a dark page is dark, whatever the system’s theme.",
  },
  textSize: {
    section: "look",
    kind: "number",
    default: 100,
    min: 80,
    max: 200,
    step: 10,
    unit: "%",
    label: "Text size",
    hint: "Of the browser’s own text size.",
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
