// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { isSeeThrough } from "./rendering.ts";

it.each([
  ["nothing", "", true],
  ["a background of no opacity", "background-color: rgba(10, 20, 30, 0)", true],
  ["one in the notation of other colour spaces", "background-color: color(srgb 0.1 0.2 0.3 / 0)", true],
  ["a thin tint", "background-color: rgba(0, 0, 0, 0.1)", false],
  ["a black background", "background-color: rgb(0, 0, 0)", false],
  ["a gradient", "background-image: linear-gradient(red, blue)", false],
  ["a black background of no opacity", "background-color: rgb(0, 0, 0); opacity: 0", true],
])("knows whether one can see through %s", (_, style, expected) => {
  document.body.innerHTML = `<a style="background-color: rgba(0, 0, 0, 0); background-image: none; ${style}"></a>`;
  expect(isSeeThrough(document.body.firstElementChild as Element)).toBe(expected);
});

it.each([
  ["opacity: 1", false],
  ["opacity: 0", true],
])("knows a picture of %s", (style, expected) => {
  document.body.innerHTML = `<img style="background-color: rgba(0, 0, 0, 0); background-image: none; ${style}">`;
  expect(isSeeThrough(document.body.firstElementChild as Element)).toBe(expected);
});
