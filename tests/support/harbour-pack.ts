import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** Contents by path from a root; strings are written as they are. */
export type Files = Record<string, Json>;

/** Where the sound pack stands. */
export const packFolder = "data/packs/harbour";

function card(id: string, related: string): Json {
  const fact = (statement: string): Json => ({
    statement,
    asOf: "2024-03-18",
    citations: [{ source: "gazette", quote: "the harbour’s new wall" }],
  });
  return {
    id,
    kind: "place",
    title: id,
    gloss: "A place by the sea",
    article: [{ quote: "The wall was finished" }],
    facts: [fact("The wall was built."), fact("It is long."), fact("It is high."), fact("It is grey.")],
    disputes: [
      {
        about: "Its length",
        article: "two miles",
        accounts: [
          { statement: "It is shorter.", asOf: "2024", citations: [{ source: "gazette", quote: "not a mile long" }] },
        ],
      },
    ],
    related: [related],
  };
}

/** A small pack without fault, as the files that hold it. */
export function soundPack(): Files {
  return {
    "data/context-rules.json": readFileSync("data/context-rules.json", "utf8"),
    [`${packFolder}/pack.json`]: {
      id: "harbour",
      title: "The harbour",
      article: { publisher: "Herald", title: "A wall", url: "https://herald.example/wall", published: "2024-03-18" },
      researchEnds: "2026-07",
    },
    [`${packFolder}/article.txt`]:
      "“The wall was finished,” he said on Monday.\nIt is two miles long, the Herald’s count says.",
    [`${packFolder}/sources.json`]: {
      gazette: {
        publisher: "Gazette",
        title: "The wall",
        url: "https://gazette.example/wall",
        excerpts: ["He praised the harbour's new wall in a speech", "It is not a mile long."],
      },
      spare: { publisher: "Post", title: "Spare", url: "https://post.example", excerpts: ["Nothing of note."] },
    },
    [`${packFolder}/cards/port.json`]: card("port", "wall"),
    [`${packFolder}/cards/wall.json`]: card("wall", "port"),
    [`${packFolder}/names/port.json`]: { card: "port", names: [{ text: "Port", lang: "en", kind: "name" }] },
    [`${packFolder}/names/wall.json`]: { card: "wall", names: [{ text: "Wall", lang: "en", kind: "name" }] },
  };
}

/** Writes the files under a new folder, which goes with the test; returns its path. */
export function writeFiles(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), "packs-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
  }
  return root;
}

/** A change that sets (or, with undefined, deletes) what stands at `keys` in one file of the pack; no keys: the file. */
export function change(file: string, keys: (string | number)[], value: Json | undefined): (files: Files) => void {
  return (files) => {
    const path = [`${packFolder}/${file}`, ...keys];
    const last = path.pop() ?? "";
    const holder = path.reduce<Json | undefined>((at, key) => (at as Record<string, Json>)[key], files);
    if (value === undefined) delete (holder as Record<string, Json>)[last];
    else (holder as Record<string, Json>)[last] = value;
  };
}
