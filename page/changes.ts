import { isElement, isText } from "./node-kinds.ts";
import { attributeOf, firstElementOf, isConnected, localNameOf, parentOf, shadowOf } from "./own-members.ts";
import { hostTag, type Treatments } from "./treatments.ts";

/** What is to be read again after changes of the page. */
export interface Work {
  /** Roots whose every passage is to be read. */
  whole: Set<Element | ShadowRoot>;
  /** Blocks of which only the runs that are their own are to be read, not those of the blocks inside. */
  own: Set<Element | ShadowRoot>;
  /** Texts that were edited and subtrees that were put elsewhere: what was kept of them is no longer so. */
  stale: Set<Node>;
  /** Whether anything was removed. */
  hasRemovals: boolean;
}

/** The changes that can alter what a page's text says, as a MutationObserver is told of them. */
export const observedChanges: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  // Not `class` and `style`: pages animate by them, and what they hide or show is noticed by its box.
  attributeFilter: ["lang", "hidden", "contenteditable"],
  attributeOldValue: true,
};

/** No work. */
export function createWork(): Work {
  return { whole: new Set(), own: new Set(), stale: new Set(), hasRemovals: false };
}

/** Whether there is anything to do. */
export function hasWork({ whole, own, stale, hasRemovals }: Work): boolean {
  return whole.size + own.size + stale.size > 0 || hasRemovals;
}

/** One piece of work: a root to be walked. */
export interface Job {
  root: Element | ShadowRoot;
  ownOnly: boolean;
}

/** Takes the next piece of work; what lies inside another root that is still to be read is left to that one. */
export function takeJob(work: Work): Job | undefined {
  for (const root of work.whole) {
    takeOver(root, work);
    // An inline root's own text belongs to the block around it: it covers its own blocks alone, but all of them.
    if (!isAwaited(parentOf(root), work)) return { root, ownOnly: false };
  }
  for (const root of work.own) {
    work.own.delete(root);
    if (!isAwaited(root, work)) return { root, ownOnly: true };
  }
  return undefined;
}

/** All inside a root is being read as it is now, so nothing of it waits any more; whether it did. */
export function takeOver(root: Element | ShadowRoot, { whole, own }: Work): boolean {
  own.delete(root);
  return whole.delete(root);
}

/** Whether what a root's own text says is to be read. */
export function isToBeRead(root: Element | ShadowRoot, work: Work): boolean {
  return work.own.has(root) || isAwaited(root, work);
}

/** Whether a node, or anything around it in its tree, is to be read wholly. */
function isAwaited(node: Node | null, { whole }: Work): boolean {
  if (whole.size === 0) return false;
  for (let at = node; at; at = parentOf(at)) if (whole.has(at as Element)) return true;
  return false;
}

/** Adds to `work` what a record calls for: the least that makes the kept passages true again. */
export function noteChange(record: MutationRecord, work: Work, treatments: Treatments): void {
  const { target, type } = record;
  if (type === "characterData") addText(target, work, treatments);
  else if (type === "attributes") addAttribute(record, work, treatments);
  else addChildList(record, work, treatments);
}

function addText(node: Node, work: Work, treatments: Treatments): void {
  // Frameworks keep comments as their place marks.
  if (!isText(node)) return;
  // What was emptied belongs to no passage any more, so no reading would replace what was kept of it.
  work.stale.add(node);
  addOwn(node, work, treatments);
}

function addOwn(node: Node, work: Work, treatments: Treatments): void {
  const block = treatments.blockOf(node);
  if (block) work.own.add(block);
}

function addAttribute({ target, attributeName, oldValue }: MutationRecord, work: Work, treatments: Treatments): void {
  if (!isElement(target) || isOurs(target) || attributeOf(target, attributeName ?? "") === oldValue) return;
  // What has become hidden or editable is no longer read, so nothing but this would drop what was kept of it.
  work.stale.add(target);
  work.whole.add(target);
  if (treatments.of(target) !== "block") addOwn(target, work, treatments);
}

function addChildList(record: MutationRecord, work: Work, treatments: Treatments): void {
  const { target, removedNodes } = record;
  let touchesText = false;
  for (const node of removedNodes) {
    if (isOurs(node)) continue;
    work.hasRemovals = true;
    if (isConnected(node)) work.stale.add(node);
    touchesText ||= !standsAlone(node, treatments);
  }
  // The parser tells of every node by itself, thousands at a time: asking each for anything takes longer than to parse it.
  if (isAwaited(target, work)) return;
  for (const node of record.addedNodes) {
    if (isOurs(node) || !isConnected(node)) continue;
    const alone = standsAlone(node, treatments);
    touchesText ||= !alone;
    if (isElement(node) && (alone || firstElementOf(node) || shadowOf(node))) work.whole.add(node);
  }
  // A block between two pieces of text parts them, and its going joins them.
  touchesText ||= isRunning(record.nextSibling, treatments) && isRunning(record.previousSibling, treatments);
  if (touchesText) addOwn(target, work, treatments);
}

function isOurs(node: Node): boolean {
  return isElement(node) && localNameOf(node) === hostTag;
}

/** Whether a node's coming and going leaves the text around it as it was. */
function standsAlone(node: Node, treatments: Treatments): boolean {
  if (isText(node)) return node.data.trim() === "";
  if (!isElement(node)) return true;
  const treatment = treatments.of(node);
  return treatment === "block" || treatment === "absent";
}

/** Whether a sibling is text that could run on: white space between blocks is not. */
function isRunning(node: Node | null, treatments: Treatments): boolean {
  if (!node) return false;
  if (isText(node)) return node.data.trim() !== "";
  return isElement(node) && treatments.of(node) === "inline";
}
