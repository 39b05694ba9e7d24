import type { Page } from "puppeteer-core";

/** A node as WebDriver BiDi tells of it (https://w3c.github.io/webdriver-bidi/#type-script-NodeProperties). */
interface RemoteNode {
  sharedId?: string;
  value?: {
    nodeValue?: string;
    attributes?: Record<string, string>;
    localName?: string;
    children?: RemoteNode[];
    shadowRoot?: RemoteNode | null;
  };
}

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: { result?: RemoteNode & { value?: unknown } } }>;
}

/** Run in the page, where the button lives: scrolls it into view and answers its middle as `x y`. */
const middleOf = `(element) => {
  element.scrollIntoView({ block: "nearest", behavior: "instant" });
  const box = element.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2].join(" ");
}`;

const focusedIn = `({ activeElement }) =>
  activeElement?.getAttribute("aria-label") ??
  (activeElement?.role === "dialog" ? activeElement.querySelector("h2") : activeElement)?.textContent.trim()`;

/** Reads and clicks what is inside the card's closed shadow root; page scripts cannot, WebDriver BiDi can. */
export interface FirefoxCardReader {
  /** The text of the card that is open, runs joined by single spaces, or undefined. */
  text(): Promise<string | undefined>;
  /** The `aria-label` or text of what of the card has the focus; the card's own is its title. Undefined where nothing has. */
  focused(): Promise<string | undefined>;
  /** Clicks the middle of the first button whose `aria-label` or text matches. Throws where there is none. */
  clickButton(name: RegExp): Promise<void>;
  /** The card's width in CSS pixels of the window. Throws where none is open. */
  width(): Promise<number>;
}

/** A reader of the cards on `page`. */
export function createFirefoxCardReader(page: Page): FirefoxCardReader {
  // Puppeteer keeps the connection and the frame's id to itself.
  const { connection } = page.browser() as unknown as { connection: BidiConnection };
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const call = async (functionDeclaration: string, argument?: RemoteNode) => {
    const { result } = await connection.send("script.callFunction", {
      functionDeclaration,
      awaitPromise: false,
      target: { context },
      arguments: argument ? [{ sharedId: argument.sharedId }] : [],
      serializationOptions: { maxDomDepth: 40, includeShadowTree: "all" },
    });
    return result.result;
  };
  const card = async () => {
    const host = await call('() => document.querySelector("context-card-host")');
    return host?.value?.shadowRoot ?? undefined;
  };
  return {
    async text() {
      const root = await card();
      return root && textOf(root).replace(/\s+/gu, " ").trim();
    },
    async focused() {
      const root = await card();
      const answer = root && (await call(focusedIn, root));
      return typeof answer?.value === "string" ? answer.value : undefined;
    },
    async clickButton(name) {
      const root = await card();
      const button = root && nodesOf(root).find((node) => isButton(node, name));
      if (!button) throw new Error(`no button named ${name} in the card`);
      const answer = await call(middleOf, button);
      const [x = 0, y = 0] = String(answer?.value).split(" ").map(Number);
      await page.mouse.click(x, y);
    },
    async width() {
      const root = await card();
      const dialog = root && nodesOf(root).find(({ value }) => value?.attributes?.role === "dialog");
      if (!dialog) throw new Error("no card is open");
      return Number((await call("(element) => element.getBoundingClientRect().width", dialog))?.value);
    },
  };
}

function nodesOf(node: RemoteNode): RemoteNode[] {
  return [node, ...(node.value?.children ?? []).flatMap(nodesOf)];
}

function textOf(node: RemoteNode): string {
  return nodesOf(node)
    .filter(({ value }) => value?.localName === undefined)
    .map(({ value }) => value?.nodeValue ?? "")
    .join(" ");
}

function isButton(node: RemoteNode, name: RegExp): boolean {
  return node.value?.localName === "button" && name.test(node.value.attributes?.["aria-label"] ?? textOf(node));
}
