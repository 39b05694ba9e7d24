import { readFileSync } from "node:fs";
import { names as givenNames } from "unique-names-generator";
import wordList from "word-list";
import { createRandom, pick } from "./random.ts";

const endings = ["sen", "ova", "man", "ski", "berg", "ides", "ini", "yan", "enko", "quist"];

/** English words of five to eight letters, in the order of the list. */
export function plainWords(): string[] {
  return readFileSync(wordList, "utf8")
    .split("\n")
    .filter((word) => word.length >= 5 && word.length <= 8);
}

/** `count` different names of nobody, a given name and a surname made of a word: always the same ones. */
export function makeUpNames(count: number): string[] {
  const random = createRandom(17);
  const words = plainWords();
  const made = new Set<string>();
  while (made.size < count) {
    const stem = pick(words, random);
    const surname = stem.charAt(0).toUpperCase() + stem.slice(1) + pick(endings, random);
    made.add(`${pick(givenNames, random)} ${surname}`);
  }
  return [...made];
}
