import type { CDPSession, Page } from "@playwright/test";
import * as v from "valibot";

/** What a page's process holds once all that can be let go is. */
export interface Holdings {
  /** Bytes of JavaScript's heap in all its worlds, compiled code apart: that grows with use, up to a bound. */
  bytes: number;
  /** DOM nodes, removed ones that are still held included. */
  nodes: number;
}

const snapshotSchema = v.object({
  snapshot: v.object({
    meta: v.object({
      node_fields: v.array(v.string()),
      node_types: v.tupleWithRest([v.array(v.string())], v.unknown()),
    }),
  }),
  nodes: v.array(v.number()),
});

/** Collects the garbage of `page`'s process and measures what is left. */
export async function holdingsOf(page: Page): Promise<Holdings> {
  const session = await page.context().newCDPSession(page);
  try {
    // What finalisers let go, only the next collection frees.
    for (let i = 0; i < 2; i++) await session.send("HeapProfiler.collectGarbage");
    const bytes = await heapOf(session);
    const { nodes } = await session.send("Memory.getDOMCounters");
    return { bytes, nodes };
  } finally {
    await session.detach();
  }
}

async function heapOf(session: CDPSession): Promise<number> {
  let text = "";
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => {
    text += chunk;
  });
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  const { snapshot, nodes } = v.parse(snapshotSchema, JSON.parse(text));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [typeAt, sizeAt] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    const type = types[0][nodes[at + typeAt] ?? -1] ?? "";
    if (!["code", "native", "synthetic"].includes(type)) bytes += nodes[at + sizeAt] ?? 0;
  }
  return bytes;
}
