import type { Failure } from "./failure.ts";
import { isKnownLanguage } from "./known-values.ts";
import type { Names } from "./schema.ts";

/** A names file and where it stands. */
export interface NamesFile {
  file: string;
  names: Names;
}

interface Claim {
  file: string;
  card: string;
  where: string;
  written: string;
  lang: string | undefined;
  exact: boolean;
  strict: boolean;
  /** Weak, and with cues to decide by. */
  cued: boolean;
}

/** All that a schema cannot see: languages, duplicates, names that nothing could ever count, and names with two owners. */
export function checkNames(files: readonly NamesFile[]): Failure[] {
  const claims = files.flatMap(claimsOfNames);
  return [...files.flatMap(checkFile), ...checkOwners(claims), ...checkDecoys(files, claims)];
}

function checkFile({ file, names: { card, names, decoys, cues } }: NamesFile): Failure[] {
  const failures: Failure[] = [];
  const fail = (where: string, wrong: string, expected: string) =>
    failures.push({ file, subject: `card ${card}`, where, wrong, expected });
  const checkWritten = (written: readonly string[], where: string) => {
    for (const [at, form] of written.entries()) {
      const place = at === 0 ? `${where}.text` : `${where}.forms[${at - 1}]`;
      if (written.indexOf(form) < at) fail(place, `“${form}” is written twice`, "each form once, none like the text");
      if (form.includes("|")) fail(place, `“${form}” holds a |`, "no |, which separates forms in the compiled module");
    }
  };
  const checkAll = (list: readonly { text: string; forms: string[]; lang?: string | undefined }[], key: string) => {
    const seen = new Map<string, number>();
    for (const [at, { text, forms, lang }] of list.entries()) {
      const where = `${key}[${at}]`;
      if (lang && !isKnownLanguage(lang)) fail(`${where}.lang`, `“${lang}” is no known language`, "a BCP 47 tag");
      checkWritten([text, ...forms], where);
      const earlier = seen.get(`${lang} ${text}`);
      if (earlier !== undefined) fail(where, `“${text}” (${lang ?? "any"}) stands twice`, `only ${key}[${earlier}]`);
      seen.set(`${lang} ${text}`, at);
    }
  };
  checkAll(names, "names");
  checkAll(decoys, "decoys");
  const weakAt = names.findIndex(({ weak }) => weak);
  if (weakAt >= 0 && cues.length === 0 && names.every(({ weak }) => weak)) {
    fail(
      `names[${weakAt}]`,
      `“${names[weakAt]?.text}” is weak and nothing could let it count`,
      "cues, or a name that is not weak",
    );
  }
  return failures;
}

function checkOwners(claims: readonly Claim[]): Failure[] {
  const failures: Failure[] = [];
  for (const rivals of groupByFolded(claims).values()) {
    for (const [at, later] of rivals.entries()) {
      const earlier = rivals.slice(0, at).find((other) => other.card !== later.card && clash(other, later));
      if (!earlier) continue;
      failures.push({
        file: later.file,
        subject: `card ${later.card}`,
        where: later.where,
        wrong: `“${later.written}” (${later.lang}) is a name of card ${earlier.card} too (${earlier.where}, ${earlier.lang})`,
        expected: "one owner, or weak in both with cues in both, or strict in both in different languages",
      });
    }
  }
  return failures;
}

/** A decoy that is itself a name would silence that name. */
function checkDecoys(files: readonly NamesFile[], claims: readonly Claim[]): Failure[] {
  const failures: Failure[] = [];
  const owners = groupByFolded(claims);
  for (const decoy of files.flatMap(claimsOfDecoys)) {
    const silenced = owners.get(foldName(decoy.written))?.find((name) => silences(decoy, name));
    if (!silenced) continue;
    failures.push({
      file: decoy.file,
      subject: `card ${decoy.card}`,
      where: decoy.where,
      wrong: `the decoy “${decoy.written}” is a name of card ${silenced.card} (${silenced.where}, ${silenced.lang})`,
      expected: "a decoy or a name, not both; or a strict decoy of another language",
    });
  }
  return failures;
}

function clash(one: Claim, other: Claim): boolean {
  if (one.cued && other.cued) return false;
  return !(one.strict && other.strict && one.lang !== other.lang);
}

function silences(decoy: Claim, name: Claim): boolean {
  if (decoy.exact && decoy.written !== name.written) return false;
  return !decoy.strict || decoy.lang === name.lang;
}

function claimsOfNames({ file, names: { card, names, cues } }: NamesFile): Claim[] {
  return names.flatMap(({ text, forms, lang, strict, weak, case: rule }, at) =>
    [text, ...forms].map((written) => ({
      ...{ file, card, where: `names[${at}]`, written, lang, strict },
      exact: rule === "exact",
      cued: weak && cues.length > 0,
    })),
  );
}

function claimsOfDecoys({ file, names: { card, decoys } }: NamesFile): Claim[] {
  return decoys.flatMap(({ text, forms, lang, strict, case: rule }, at) =>
    [text, ...forms].map((written) => ({
      ...{ file, card, where: `decoys[${at}]`, written, lang, strict },
      exact: rule === "exact",
      cued: false,
    })),
  );
}

function groupByFolded(claims: readonly Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const folded = foldName(claim.written);
    const group = groups.get(folded);
    if (group) group.push(claim);
    else groups.set(folded, [claim]);
  }
  return groups;
}

function foldName(written: string): string {
  return written
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC]/gu, "'")
    .replace(/[\u2010\u2011]/gu, "-")
    .replace(/\s+/gu, " ");
}
