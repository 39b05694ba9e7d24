import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Expects that axe finds nothing wrong within an element, that all its text stands out from its ground (WCAG 1.4.3, and
 * 1.4.6 for what is read), and that what is pressed is large enough (2.5.8); in light and dark.
 */
export async function expectAccessible(page: Page, within = "html"): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).include(within).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
    const part = page.locator(within);
    const told = [...found, ...(await part.evaluate(paleTexts)), ...(await part.evaluate(smallTargets))];
    expect(told, `${page.url()}, ${colorScheme}`).toEqual([]);
  }
}

/** What can be pressed and is smaller than 24 CSS pixels; links within text apart. A label is a part of its control. */
function smallTargets(element: Element): string[] {
  return [...(element.shadowRoot ?? element).querySelectorAll("a[href],button,summary,input,select,textarea")]
    .filter((target) => target.checkVisibility() && getComputedStyle(target).display !== "inline")
    .map((target) => ({
      name: target.getAttribute("aria-label") ?? target.textContent,
      box: (target.closest("label") ?? target).getBoundingClientRect(),
    }))
    .filter(({ box }) => Math.min(box.width, box.height) < 24)
    .map(({ name, box }) => `too small: ${name}, ${box.width} × ${box.height}`);
}

/**
 * Text with less contrast than 7 to 1 or, in controls, labels and what says that accounts differ, 4.5 to 1. Unlike axe's own
 * rule it leaves out none that is scrolled away or short. Texts of maps have grounds that only their drawing knows.
 */
function paleTexts(element: Element): string[] {
  const notRead = "a,button,summary,.label,.date,.here,.disputes h3,.failed,.problems,.source-line,[disabled]";
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  /** As the browser paints colours over each other, each a CSS value. */
  const painted = (colours: readonly string[]) => {
    if (!pixel) throw new Error("no canvas");
    for (const colour of colours) {
      pixel.fillStyle = colour;
      pixel.fillRect(0, 0, 1, 1);
    }
    return [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (colour: number[]) => {
    const [red = 0, green = 0, blue = 0] = colour
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const told = new Set<string>();
  for (const one of (element.shadowRoot ?? element).querySelectorAll("*")) {
    const text = [...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const words = text
      .map(({ nodeValue }) => nodeValue)
      .join(" ")
      .trim();
    if (words === "" || one.closest("svg,script,style,option") || !one.checkVisibility()) continue;
    const grounds: string[] = [];
    for (let at: Element | null = one; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
    const { color } = getComputedStyle(one);
    const [dark = 0, light = 0] = [luminance(painted(grounds)), luminance(painted([...grounds, color]))].toSorted(
      (a, b) => a - b,
    );
    const ratio = (light + 0.05) / (dark + 0.05);
    const least = one.closest(notRead) ? 4.5 : 7;
    if (ratio < least) told.add(`too pale: ${one.className} ${words.slice(0, 40)}, ${ratio.toFixed(2)} to 1`);
  }
  return [...told];
}
