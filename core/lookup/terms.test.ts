import { expect, test } from "vitest";
import { foldText, termsOf } from "./terms.ts";

test.each([
  ["NATO", "nato"],
  ["Zełenski", "zelenski"],
  ["Зеленський", "зеленськии"],
  ["Україна", "украіна"],
  ["Ζελένσκι", "ζελενσκι"],
  ["Kırım", "kirim"],
  ["İstanbul", "istanbul"],
  ["Weißes Haus", "weisses haus"],
  ["  Trump–Putin’s  ", "trump putin s"],
  ["ＮＡＴＯ", "nato"],
  ["젤렌스키", "젤렌스키"],
  ["زيلـــنسكي", "زيلنسكي"],
  ["Zel\u00ADen\u200Bsky", "zelensky"],
  ["آتش\u200Cبس", "اتش بس"],
  ["…", ""],
])("folds %j to %j", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test.each([
  ["Budapest Memorandum", ["budapest", "memorandum"]],
  ["北约", ["北约"]],
  ["北", ["北"]],
  ["泽连斯基", ["泽连", "连斯", "斯基"]],
  ["ウクライナ戦争", ["ウク", "クラ", "ライ", "イナ", "ナ戦", "戦争"]],
  ["NATO加盟", ["nato", "加盟"]],
  ["젤렌스키 대통령", ["젤렌스키", "대통령"]],
  ["", []],
])("takes from %j the terms %j", (text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});
