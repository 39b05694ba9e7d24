import tokens from "../tokens.css?inline";
import card from "./card.css?inline";
import host from "./host.css?inline";

/** All that a `Card` needs inside a shadow root, without its host. */
export const cardStyles: string = withOwnNames(tokens + card);

/** The rules of the host itself: a zero-sized fixed box at the window's corner. Place an element inside it. */
export const hostStyles: string = withOwnNames(host);

/** A page's `@property` counts in shadow trees, too: under a name like `--ink` it would take our colours away. */
function withOwnNames(css: string): string {
  return css.replace(/--(?=[a-z])/gu, "--context-card-");
}
