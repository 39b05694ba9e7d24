import type { CDPSession, Page } from "@playwright/test";
import { until } from "./until.ts";

/** The open card as assistive technology sees it. */
export interface OpenCard {
  /** The dialog's accessible name. */
  name: string;
  headings: string[];
  buttons: string[];
  links: string[];
  /** All its text, in order, runs joined by single spaces. */
  text: string;
}

/** In CSS pixels of the viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  childIds?: string[];
  backendDOMNodeId?: number;
  properties?: { name: string; value: { value?: unknown } }[];
}

/** What of the card has the focus. */
export interface FocusedPart {
  role: string;
  name: string;
  /** Whether a line of 2 px or more around it shows so. */
  outlined: boolean;
}

/** Reads and clicks what is inside the card's closed shadow root, through the browser's debugging protocol. */
export interface CardReader {
  /** The card that is open, or undefined. */
  read(): Promise<OpenCard | undefined>;
  /** What of it has the focus, or undefined. */
  focused(): Promise<FocusedPart | undefined>;
  /** Clicks the middle of the first part with this role whose name matches, once it is at rest. Throws where there is none. */
  click(role: string, name: RegExp): Promise<void>;
  /** The same by a finger. */
  tap(fingers: { tap(at: { x: number; y: number }): Promise<void> }, role: string, name: RegExp): Promise<void>;
  /** Where the card is, in the viewport, once it is at rest. Throws where none is open. */
  box(): Promise<Box>;
  /** The card's background colour. Throws where none is open. */
  background(): Promise<string>;
}

/** A reader of the cards on `page`. */
export async function createCardReader(page: Page): Promise<CardReader> {
  const session = await page.context().newCDPSession(page);
  await session.send("Accessibility.enable");
  const middleOf = async (role: string, name: RegExp) => {
    const nodes = await cardNodes(session);
    const target = nodes.find((node) => roleOf(node) === role && name.test(nameOf(node)));
    if (target?.backendDOMNodeId === undefined) {
      const seen = nodes.filter((node) => roleOf(node) === role).map(nameOf);
      throw new Error(`no ${role} named ${name} in the card; there are: ${seen.join(", ")}`);
    }
    const id = target.backendDOMNodeId;
    return until(async () => {
      // Anew each time: what a finger has set going may scroll it away again.
      await callOn(session, id, scrollToIt);
      const { x, y, width, height } = await restingBoxOf(session, id);
      return (await callOn(session, id, isOnTop)) === true ? { x: x + width / 2, y: y + height / 2 } : undefined;
    }, 10_000);
  };
  return {
    async read() {
      const nodes = await cardNodes(session);
      const dialog = nodes[0];
      if (!dialog) return undefined;
      const namesOf = (role: string) => nodes.filter((node) => roleOf(node) === role).map(nameOf);
      return {
        name: nameOf(dialog),
        headings: namesOf("heading"),
        buttons: namesOf("button"),
        links: namesOf("link"),
        text: namesOf("StaticText").join(" ").replace(/\s+/gu, " ").trim(),
      };
    },
    async focused() {
      const nodes = await cardNodes(session);
      const part = nodes.findLast(({ properties = [] }) =>
        properties.some(({ name, value }) => name === "focused" && value.value === true),
      );
      if (part?.backendDOMNodeId === undefined) return undefined;
      const find = `function () {
        const { outlineStyle, outlineWidth } = getComputedStyle(this);
        return outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2;
      }`;
      const outlined = await callOn(session, part.backendDOMNodeId, find);
      return { role: roleOf(part), name: nameOf(part), outlined: outlined === true };
    },
    async click(role, name) {
      const { x, y } = await middleOf(role, name);
      await page.mouse.click(x, y);
    },
    async tap(fingers, role, name) {
      await fingers.tap(await middleOf(role, name));
    },
    async box() {
      const [dialog] = await cardNodes(session);
      if (dialog?.backendDOMNodeId === undefined) throw new Error("no card is open");
      return restingBoxOf(session, dialog.backendDOMNodeId);
    },
    async background() {
      const [dialog] = await cardNodes(session);
      if (dialog?.backendDOMNodeId === undefined) throw new Error("no card is open");
      const find = "function () { return getComputedStyle(this).backgroundColor; }";
      return String(await callOn(session, dialog.backendDOMNodeId, find));
    },
  };
}

// At once: a card that scrolls smoothly may not have begun to for frames.
const scrollToIt = 'function () { this.scrollIntoView({ block: "nearest", behavior: "instant" }); }';

/** Whether its middle is where a press on it arrives. */
const isOnTop = `function () {
  const { left, top, width, height } = this.getBoundingClientRect();
  return this.contains(this.getRootNode().elementFromPoint(left + width / 2, top + height / 2));
}`;

async function callOn(session: CDPSession, backendNodeId: number, functionDeclaration: string): Promise<unknown> {
  const executionContextId = await cleanWorld(session);
  const { object } = await session.send("DOM.resolveNode", { backendNodeId, executionContextId });
  const call = { functionDeclaration, returnByValue: true, ...(object.objectId && { objectId: object.objectId }) };
  return (await session.send("Runtime.callFunctionOn", call)).result.value;
}

async function boxOf(session: CDPSession, backendNodeId: number): Promise<Box> {
  const { quads } = await session.send("DOM.getContentQuads", { backendNodeId });
  const [x = 0, y = 0, , , right = 0, bottom = 0] = quads[0] ?? [];
  return { x, y, width: right - x, height: bottom - y };
}

/** A card that grows is moved into the window a frame later, and a sheet slides in. */
async function restingBoxOf(session: CDPSession, backendNodeId: number): Promise<Box> {
  const twoFrames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))";
  let box = await boxOf(session, backendNodeId);
  for (;;) {
    const contextId = await cleanWorld(session);
    await session.send("Runtime.evaluate", { expression: twoFrames, contextId, awaitPromise: true });
    const next = await boxOf(session, backendNodeId);
    if (JSON.stringify(next) === JSON.stringify(box)) return box;
    box = next;
  }
}

/** The host may stand in a component's shadow tree. */
const findHost = `function find(root) {
  const host = root.querySelector("context-card-host");
  if (host) return host;
  for (const { shadowRoot } of root.querySelectorAll("*")) {
    const found = shadowRoot && find(shadowRoot);
    if (found) return found;
  }
  return null;
}`;

/** A world of the page's document where the page's scripts have changed nothing. */
async function cleanWorld(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send("Page.getFrameTree");
  const world = { frameId: frameTree.frame.id, worldName: "card-reader" };
  return (await session.send("Page.createIsolatedWorld", world)).executionContextId;
}

/** The card's dialog and all below it, in order; empty where none is open. */
async function cardNodes(session: CDPSession): Promise<AxNode[]> {
  const expression = `(${findHost})(document) ?? undefined`;
  const { objectId } = (await session.send("Runtime.evaluate", { expression, contextId: await cleanWorld(session) }))
    .result;
  if (objectId === undefined) return [];
  try {
    const found = await session.send("Accessibility.queryAXTree", { objectId, role: "dialog" });
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const dialog = found.nodes.find((node) => !node.ignored);
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    return dialog ? below(byId.get(dialog.nodeId), byId) : [];
  } catch (error) {
    // The host left while it was asked about.
    if (/not find|not exist|detached|No node/iu.test(String(error))) return [];
    throw error;
  } finally {
    await session.send("Runtime.releaseObject", { objectId });
  }
}

function below(node: AxNode | undefined, byId: ReadonlyMap<string, AxNode>): AxNode[] {
  if (!node) return [];
  const children = (node.childIds ?? []).flatMap((id) => below(byId.get(id), byId));
  return node.ignored ? children : [node, ...children];
}

function roleOf(node: AxNode): string {
  return node.role?.value ?? "";
}

function nameOf(node: AxNode): string {
  return node.name?.value ?? "";
}
