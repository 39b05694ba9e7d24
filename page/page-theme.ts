import { isElement, isShadowRoot } from "./node-kinds.ts";
import { parentOf, slotOf } from "./own-members.ts";

/** Whether the ground behind an element is dark: the backgrounds around it, laid over each other. Pictures do not count. */
export function isOnDarkGround(element: Element): boolean {
  // A canvas reads every way of writing a colour and lays the translucent ones over those beneath.
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!pixel) return false;
  const paint = (colour: string) => {
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
  };
  const { colorScheme } = getComputedStyle(document.documentElement);
  const isDarkWished = matchMedia("(prefers-color-scheme: dark)").matches;
  paint(colorScheme.includes("dark") && (isDarkWished || !colorScheme.includes("light")) ? "#121212" : "#fff");
  for (const { backgroundColor } of around(element).reverse()) paint(backgroundColor);
  const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** The styles of an element and of all that it lies in, from the inside out. */
function around(element: Element): CSSStyleDeclaration[] {
  const styles: CSSStyleDeclaration[] = [];
  for (let at: Node | null = element; at; ) {
    if (isElement(at)) styles.push(getComputedStyle(at));
    at = isShadowRoot(at) ? at.host : (isElement(at) && slotOf(at)) || parentOf(at);
  }
  return styles;
}
