import type { Mention } from "#core/detect/mention.ts";
import { isText } from "./node-kinds.ts";
import { contains } from "./own-members.ts";
import { compareInPage } from "./page-order.ts";
import type { Passage } from "./passages.ts";
import { hostOf } from "./treatments.ts";

/** A passage that may hold mentions. Its text is let go: what is needed of it is in `reading`. */
export interface KeptPassage<Reading = unknown> extends Omit<Passage, "text"> {
  readonly reading: Reading;
  /** The walk that read it: a later walk over the same text replaces it. */
  readonly walk: object;
  /** The element whose box holds the passage. */
  readonly box: Element;
  /** Whether the page shows it; without, it is no evidence and has no mentions. */
  isRendered: boolean;
  mentions: readonly Mention[];
}

/** The kept passages of a page, in its order. */
export interface KeptPassages<Reading> {
  readonly all: readonly KeptPassage<Reading>[];
  /** Puts a passage in its place. */
  add(passage: KeptPassage<Reading>): void;
  /** Drops what other walks than `walk` kept of these text nodes; true if there was any. */
  replace(nodes: readonly Text[], walk: object): boolean;
  /** The passage at `offset` of a text node. */
  at(node: Text, offset: number): KeptPassage<Reading> | undefined;
  /** Drops the passages that a node, or anything inside it (shadow trees too), belongs to. */
  forget(node: Node): void;
  /** Drops the passages of which any part has left the page. */
  sweep(): void;
  clear(): void;
}

/** An empty collection. */
export function createKeptPassages<Reading>(): KeptPassages<Reading> {
  type Kept = KeptPassage<Reading>;
  let all: Kept[] = [];
  // Almost always one passage a node; more where an overlong node was cut.
  const byNode = new Map<Text, Kept[]>();
  const dropped = new Set<Kept>();
  // The passages in shadow trees: a walk over a host's own tree does not come by them.
  const byHost = new Map<Element, Set<Kept>>();
  const hosts = new WeakMap<Kept, Element>();
  // Where the last one was put: the next of the same walk mostly follows it.
  let lastPlace = 0;

  function drop(passage: Kept): void {
    dropped.add(passage);
    const host = hosts.get(passage);
    const beside = host && byHost.get(host);
    beside?.delete(passage);
    if (host && beside?.size === 0) byHost.delete(host);
    for (const node of passage.nodes) {
      const rest = byNode.get(node)?.filter((other) => other !== passage) ?? [];
      if (rest.length > 0) byNode.set(node, rest);
      else byNode.delete(node);
    }
  }

  // However many were dropped, the list is gone through once, when it is next needed.
  function settle(): Kept[] {
    if (dropped.size > 0) {
      all = all.filter((passage) => !dropped.has(passage));
      dropped.clear();
    }
    return all;
  }

  function forgetText(node: Text): void {
    for (const passage of byNode.get(node) ?? []) drop(passage);
  }

  return {
    get all() {
      return settle();
    },
    add(passage) {
      const kept = settle();
      lastPlace = placeOf(passage, kept, lastPlace + 1);
      kept.splice(lastPlace, 0, passage);
      const host = hostOf(passage.block);
      if (host) {
        hosts.set(passage, host);
        byHost.set(host, (byHost.get(host) ?? new Set()).add(passage));
      }
      for (const node of passage.nodes) {
        const others = byNode.get(node);
        if (others) others.push(passage);
        else byNode.set(node, [passage]);
      }
    },
    replace(nodes, walk) {
      if (byNode.size === 0) return false;
      const before = dropped.size;
      for (const node of nodes) for (const old of byNode.get(node) ?? []) if (old.walk !== walk) drop(old);
      return dropped.size > before;
    },
    at(node, offset) {
      return byNode.get(node)?.findLast((passage) => offset >= firstOffsetIn(passage, node));
    },
    forget(root) {
      if (byNode.size === 0) return;
      if (isText(root)) {
        forgetText(root);
        return;
      }
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) forgetText(walker.currentNode as Text);
      for (const [host, passages] of byHost) if (holds(root, host)) for (const passage of passages) drop(passage);
    },
    sweep() {
      for (const passage of settle()) if (!passage.nodes.every((node) => node.isConnected)) drop(passage);
    },
    clear() {
      all = [];
      dropped.clear();
      byNode.clear();
      byHost.clear();
    },
  };
}

function firstOffsetIn({ nodes, starts }: Passage | KeptPassage, node: Text): number {
  return Math.max(0, -(starts[nodes.indexOf(node)] ?? 0));
}

/** Whether a host is inside a node, be it across shadow trees. */
function holds(root: Node, host: Element): boolean {
  for (let at: Element | undefined = host; at; at = hostOf(at)) if (contains(root, at)) return true;
  return false;
}

/** Where a passage belongs; `guess` is tried first. */
function placeOf(passage: KeptPassage, kept: readonly KeptPassage[], guess: number): number {
  const [first] = passage.nodes;
  const isAfter = (other: KeptPassage | undefined) => {
    const [node] = other?.nodes ?? [];
    if (!first || !node) return false;
    if (node === first) return (other?.starts[0] ?? 0) < (passage.starts[0] ?? 0);
    return compareInPage(node, first) > 0;
  };
  // A first reading goes down the page: mostly the place is the end.
  if (!isAfter(kept.at(-1))) return kept.length;
  // Comparing walks along siblings, of which a stream has thousands: a search would do it many times over.
  if (guess < kept.length && isAfter(kept[guess]) && !isAfter(kept[guess - 1])) return guess;
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(kept[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
