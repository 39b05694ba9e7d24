import { classOf, LETTER } from "./characters.ts";

/** The scripts that a first look tells apart: what it looks for in one, it looks for only where that one is. */
export const scripts = {
  latin: /(?:)/,
  cyrillic: /[\u0400-\u052F]/,
  greek: /[\u0370-\u03FF\u1F00-\u1FFF]/,
  hebrew: /[\u0590-\u05FF]/,
  arabic: /[\u0600-\u06FF]/,
  indic: /[\u0900-\u0DFF]/,
  thai: /[\u0E00-\u0EFF]/,
  georgian: /[\u10A0-\u10FF\u1C90-\u1CBF]/,
  kana: /[\u3040-\u30FF]/,
  han: /[\u3400-\u9FFF]/,
  hangul: /[\uAC00-\uD7A3]/,
};

export type Script = keyof typeof scripts;

/** Regular expressions of word beginnings, by script. */
export type ByScript = Partial<Record<Script, string>>;

/**
 * On every page that holds mentions stands one of `names`, or one of `smallNames`, or one of `cues` and, once the page is
 * in small letters, one of `topics`. Small letters are searched for apart: that is several times slower.
 */
export interface FirstLookModule {
  names: ByScript;
  smallNames: ByScript;
  topics: ByScript;
  cues: ByScript;
}

/** Whether a text may hold a mention by itself: true wherever it does, and seldom where it does not. */
export type FirstLook = (text: string) => boolean;

/** Whether a text has anything but Latin letters: most have not, and need none of what follows. */
const notPlain = /[\u0300-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2C00-\uFFFF\u00AD#@]/;
/** Stretches in other scripts, with what is between their words: menus of languages are in a dozen of them. */
const beyondLatin = /[\u0370-\u1DFF\u2C00-\uD7FF][^A-Za-z]*/g;
/** What folding drops, composes or narrows: a text with any of it is to be rid of it before it is looked at. */
const odd =
  /[\u0300-\u036F\uFE00-\uFE0F]|[\u00AD\u0591-\u05C7\u0610-\u061A\u061C\u0640\u064B-\u065F\u0670\u1100-\u11FF\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3099\u309A\uFEFF\uFF01-\uFF9F]/;
const dropped =
  /\p{Default_Ignorable_Code_Point}|[\u0300-\u036F]|[\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/gu;
const handles = /[#@][\p{L}\p{N}_]+/gu;

/**
 * Makes the look by which most pages are left: native regular expressions over a page's raw text, several times quicker
 * than reading it. Capitals count as for names; which words stand beside each other does not.
 */
export function createFirstLook({ names, smallNames, topics, cues }: FirstLookModule): FirstLook {
  const hasName = createSearch(names);
  const hasSmallName = createSearch(smallNames, true);
  const hasTopic = createSearch(topics);
  const hasCue = createSearch(cues);
  return (raw) => {
    const text = takeApart(raw);
    return hasName(text) || hasSmallName(text) || (hasCue(text) && hasTopic(inSmallLetters(text)));
  };
}

/** A text, its handles, and its stretches in scripts other than Latin, with the scripts that these are in. */
interface Parts {
  text: string;
  handles: string;
  beyond: string;
  scripts: readonly Script[];
}

type Search = (parts: Parts) => boolean;

function takeApart(raw: string): Parts {
  if (!notPlain.test(raw)) return { text: raw, handles: "", beyond: "", scripts: latin };
  const text = odd.test(raw) ? raw.normalize("NFKC").replace(dropped, "") : raw;
  const beyond = text.match(beyondLatin)?.join("\n") ?? "";
  const present = beyond ? all.filter((script) => scripts[script].test(beyond)) : latin;
  const tags = text.includes("#") || text.includes("@") ? (text.match(handles)?.join(" ") ?? "") : "";
  return { text, handles: tags, beyond, scripts: present };
}

function inSmallLetters({ text, handles, beyond, scripts }: Parts): Parts {
  return { text: text.toLowerCase(), handles, beyond: beyond.toLowerCase(), scripts };
}

const all = Object.keys(scripts) as Script[];
const latin = ["latin"] as const;

/**
 * A search of a text, and in any case of its handles, for what belongs to the scripts that are present. Raw text runs the end
 * of one block into the beginning of the next, so only `atWordsOnly` looks at what stands before.
 */
function createSearch(expressions: ByScript, atWordsOnly = false): Search {
  const made = new Map<string, RegExp>();
  const known = (key: string, make: () => RegExp) => {
    const expression = made.get(key) ?? make();
    made.set(key, expression);
    return expression;
  };
  const expression = (script: Script, flags: string) =>
    known(script + flags, () => new RegExp(expressions[script] ?? "(?!)", flags));

  function isIn(text: string, script: Script): boolean {
    if (!atWordsOnly) return expression(script, "").test(text);
    const search = known(`${script}, loosened`, () => new RegExp(loosened(expressions[script] ?? "(?!)"), "g"));
    search.lastIndex = 0;
    for (let found = search.exec(text); found; found = search.exec(text)) {
      if (!isLetter(text, found.index - 1) && isAt(text, found.index, expression(script, "y"))) return true;
      search.lastIndex = found.index + 1;
    }
    return false;
  }

  return ({ text, handles, beyond, scripts }) =>
    scripts.some(
      (script) =>
        isIn(script === "latin" ? text : beyond, script) || (handles !== "" && expression(script, "i").test(handles)),
    );
}

/** Any of the first letters before any of the rests: matches more, and several times quicker. */
function loosened(expression: string): string {
  const words = expression.split("|");
  if (words.some((word) => !/^\p{L}{2}/u.test(word))) return expression;
  return `[${words.map((word) => word.charAt(0)).join("")}](?:${words.map((word) => word.slice(1)).join("|")})`;
}

function isAt(text: string, at: number, sticky: RegExp): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && classOf(text.charCodeAt(at)) === LETTER;
}
