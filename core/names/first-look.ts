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

const beyondLatin = /[\u0370-\u1DFF\u2C00-\uD7FF]/;
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
    const text = odd.test(raw) ? raw.normalize("NFKC").replace(dropped, "") : raw;
    const present = beyondLatin.test(text) ? all.filter((script) => scripts[script].test(text)) : latin;
    const tags = /[#@]/.test(text) ? (text.match(handles)?.join(" ") ?? "") : "";
    const searchFor = (search: Search, within = text) => search(within, tags, present);
    return (
      searchFor(hasName) || searchFor(hasSmallName) || (searchFor(hasCue) && searchFor(hasTopic, text.toLowerCase()))
    );
  };
}

const all = Object.keys(scripts) as Script[];
const latin = ["latin"] as const;

type Search = (text: string, tags: string, present: readonly Script[]) => boolean;

/**
 * A search of a text, and in any case of its handles, for what belongs to the scripts that are present. Raw text runs the end
 * of one block into the beginning of the next, so only `atWordsOnly` looks at what stands before.
 */
function createSearch(expressions: ByScript, atWordsOnly = false): Search {
  const made = new Map<string, RegExp>();
  const expression = (script: Script, flags: string) => {
    const key = script + flags;
    const known = made.get(key) ?? new RegExp(expressions[script] ?? "(?!)", flags);
    made.set(key, known);
    return known;
  };

  function isIn(text: string, script: Script): boolean {
    if (!atWordsOnly) return expression(script, "").test(text);
    const search = expression(script, "g");
    search.lastIndex = 0;
    for (let found = search.exec(text); found; found = search.exec(text)) {
      if (!isLetter(text, found.index - 1)) return true;
      search.lastIndex = found.index + 1;
    }
    return false;
  }

  return (text, tags, present) =>
    present.some((script) => isIn(text, script) || (tags !== "" && expression(script, "i").test(tags)));
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && classOf(text.charCodeAt(at)) === LETTER;
}
