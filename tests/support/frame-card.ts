import type { CDPSession, Frame } from "@playwright/test";
import type { Box } from "./card-reader.ts";

interface DomNode {
  backendNodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  contentDocument?: DomNode;
}

/** The card that is open in any document that a frame's process shows. */
export interface FrameCard {
  title: string;
  /** In the page's viewport. */
  box: Box;
}

/** Reads the card that is open in a frame, or in a frame of its process; undefined where there is none. */
export async function readFrameCard(frame: Frame): Promise<FrameCard | undefined> {
  const { session, origin } = await sessionOf(frame);
  try {
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    const host = nodesOf(root).find(({ nodeName }) => nodeName.toLowerCase() === "context-card-host");
    const dialog = host && nodesOf(host).find(({ attributes }) => attributes?.includes("dialog"));
    const heading = dialog && nodesOf(dialog).find(({ nodeName }) => nodeName.toUpperCase() === "H2");
    if (!dialog || !heading) return undefined;
    const title = nodesOf(heading).flatMap(({ nodeName, nodeValue }) => (nodeName === "#text" ? [nodeValue] : []));
    const { quads } = await session.send("DOM.getContentQuads", { backendNodeId: dialog.backendNodeId });
    const [x = 0, y = 0, , , right = 0, bottom = 0] = quads[0] ?? [];
    return { title: title.join(""), box: { x: x + origin.x, y: y + origin.y, width: right - x, height: bottom - y } };
  } catch (error) {
    // It was put away while it was asked about.
    if (/not find|No node|layout object/iu.test(String(error))) return undefined;
    throw error;
  } finally {
    await session.detach();
  }
}

/** Where a frame's viewport begins, in the page's. */
export async function originOf(frame: Frame): Promise<{ x: number; y: number }> {
  if (frame === frame.page().mainFrame()) return { x: 0, y: 0 };
  const element = await frame.frameElement();
  const { x, y } = (await element.boundingBox()) ?? { x: 0, y: 0 };
  const border = await element.evaluate((box) => {
    const { clientLeft, clientTop } = box as HTMLElement;
    return { x: clientLeft, y: clientTop };
  });
  return { x: x + border.x, y: y + border.y };
}

/** Frames of another site have a process, a session and coordinates of their own. */
async function sessionOf(frame: Frame): Promise<{ session: CDPSession; origin: { x: number; y: number } }> {
  const context = frame.page().context();
  try {
    return { session: await context.newCDPSession(frame), origin: await originOf(frame) };
  } catch {
    return { session: await context.newCDPSession(frame.page()), origin: { x: 0, y: 0 } };
  }
}

function nodesOf(node: DomNode): DomNode[] {
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
  if (node.contentDocument) inside.push(node.contentDocument);
  return [node, ...inside.flatMap(nodesOf)];
}
