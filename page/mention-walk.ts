import type { WalkAct, WalkAnswer } from "#core/messages.ts";
import { isWithin } from "./flat-tree.ts";
import type { Box } from "./intent.ts";
import type { Jumps } from "./jumps.ts";
import { keepListening } from "./keep-listening.ts";
import { type Found, rectsOf } from "./mention-range.ts";
import { closest, focusOn, isConnected } from "./own-members.ts";
import { compareInPage } from "./page-order.ts";

export interface WalkOptions {
  /** What is marked, in the page's order. */
  mentions(): readonly Found[];
  /** Whether the reader sees a mention where it is now: in the window, and not beneath something. */
  isSeen(found: Found): boolean;
  jumps: Jumps;
  /** Another mention is lit, or none. */
  onLight(): void;
  onOpen(found: Found): void;
  /** Asks the `index`th frame in this window for a step; undefined where no script of ours is. */
  askInside(index: number, act: WalkAct): Promise<WalkAnswer | undefined>;
  signal: AbortSignal;
}

/** The way from mention to mention by the keyboard, through this frame and those inside it. Neither focus nor selection is touched. */
export interface MentionWalk {
  /** The mention that the reader has been led to. */
  readonly lit: Found | undefined;
  /** Takes a step; steps asked for meanwhile follow it. */
  take(act: WalkAct): Promise<WalkAnswer>;
}

type Frame = HTMLIFrameElement | HTMLFrameElement;
type Stop = Found | Frame;

/** Starts where the reader is: at what is in the window. */
export function createMentionWalk(options: WalkOptions): MentionWalk {
  const { jumps, signal } = options;
  let at: Stop | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  // What had the focus before a card in a frame took it.
  let focusBefore: Element | null = null;

  async function step(act: WalkAct): Promise<WalkAnswer> {
    switch (act) {
      case "open":
        return open();
      case "end":
      case "return":
        return end(act);
      case "refocus":
        refocus();
        return {};
      default:
        return go(act);
    }
  }

  async function go(act: "next" | "previous" | "first" | "last"): Promise<WalkAnswer> {
    const isForward = act === "next" || act === "first";
    const edge = isForward ? "first" : "last";
    const by = isForward ? 1 : -1;
    const stops = stopsOf(options.mentions());
    // How a frame is entered where the walk begins: it may have a place of its own.
    let into: WalkAct = edge;
    let index = isForward ? 0 : stops.length - 1;
    if (act !== edge) {
      const known = stops.findIndex((stop) => isSame(stop, at));
      if (!isInWindow(stops[known])) {
        // The walk begins, or the reader has gone on by other means.
        await end("end");
        jumps.forget();
        index = whereReaderIs(stops, isForward);
        into = act;
      } else if (isFrame(at)) {
        index = known;
        into = act;
      } else index = known + by;
    }
    for (; stops[index]; index += by) {
      const stop = stops[index];
      if (!stop || !boxOf(stop) || !isWithinReach(stop)) continue;
      const reached = isFrame(stop) ? await enter(stop, into) : light(stop);
      if (signal.aborted) return {};
      if (reached) return { reached };
      into = edge;
    }
    at = undefined;
    options.onLight();
    // From the page's end to its beginning.
    return act !== edge && window === window.top && stops.length > 0 ? go(edge) : {};
  }

  function light(found: Found): WalkAnswer["reached"] {
    at = found;
    if (!options.isSeen(found)) jumps.to(found);
    options.onLight();
    return lineOf(found);
  }

  async function enter(frame: Frame, act: WalkAct): Promise<WalkAnswer["reached"]> {
    const answer = await ask(frame, act);
    if (!answer?.reached) return undefined;
    at = frame;
    options.onLight();
    const line = placeIn(frame, answer.reached);
    if (line.top < 0 || line.bottom > innerHeight) {
      jumps.toElement(frame);
      const { top } = placeIn(frame, answer.reached);
      if (top < 0 || top > innerHeight) scrollBy({ top: top - innerHeight / 2, behavior: "instant" });
    }
    return placeIn(frame, answer.reached);
  }

  async function open(): Promise<WalkAnswer> {
    if (!at) await go("next");
    if (!at) return {};
    if (isFrame(at)) {
      focusBefore = document.activeElement;
      await ask(at, "open");
    } else options.onOpen(at);
    return { reached: { top: 0, bottom: 0 } };
  }

  async function end(act: "end" | "return"): Promise<WalkAnswer> {
    const before = at;
    at = undefined;
    options.onLight();
    if (isFrame(before)) await ask(before, act);
    if (act === "return") jumps.back();
    return {};
  }

  function refocus(): void {
    if (focusBefore instanceof HTMLElement && focusBefore !== document.body && isConnected(focusBefore))
      focusOn(focusBefore, { preventScroll: true });
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  async function ask(frame: Frame, act: WalkAct): Promise<WalkAnswer | undefined> {
    const { contentWindow } = frame;
    // Those in shadow trees are not among a window's frames.
    for (let index = 0; contentWindow && index < window.length; index += 1)
      if (window[index] === contentWindow) return options.askInside(index, act);
    return undefined;
  }

  function take(act: WalkAct): Promise<WalkAnswer> {
    const taken = queue.then(() => step(act));
    queue = taken.catch(() => undefined);
    return taken;
  }

  const putOut = (event: Event) => {
    if (event.isTrusted && at && (!(event instanceof KeyboardEvent) || event.key === "Escape")) void take("end");
  };
  keepListening(() => {
    window.addEventListener("pointerdown", putOut, { capture: true, passive: true, signal });
    window.addEventListener("keydown", putOut, { capture: true, passive: true, signal });
  }, signal);

  return {
    get lit() {
      return isFrame(at) ? undefined : at;
    },
    take,
  };
}

/** Mentions and frames in the page's order. */
function stopsOf(mentions: readonly Found[]): Stop[] {
  const stops: Stop[] = mentions.filter((found) => isConnected(nodeOf(found)));
  for (const frame of document.querySelectorAll<Frame>("iframe,frame")) {
    let low = 0;
    let high = stops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const stop = stops[middle];
      if (stop && compareInPage(nodeOf(stop), frame) < 0) low = middle + 1;
      else high = middle;
    }
    stops.splice(low, 0, frame);
  }
  return stops;
}

/** The first stop in the window or beyond it; a frame that has the focus before all others. */
function whereReaderIs(stops: readonly Stop[], isForward: boolean): number {
  const focused = stops.indexOf(document.activeElement as Frame);
  if (focused >= 0) return focused;
  if (!isForward) return stops.findLastIndex((stop) => (boxOf(stop)?.top ?? Infinity) < innerHeight);
  const first = stops.findIndex((stop) => (boxOf(stop)?.bottom ?? 0) > 0);
  return first < 0 ? stops.length : first;
}

/** Whether the page lets it be used: not what is inert beneath a modal dialog. */
function isWithinReach(stop: Stop): boolean {
  const node = nodeOf(stop);
  const modal = [...document.querySelectorAll(":modal")].at(-1);
  if (modal && !isWithin(modal, node)) return false;
  const around = node instanceof Element ? node : node.parentElement;
  return !around || closest(around, "[inert]") === null;
}

function isFrame(stop: Stop | undefined): stop is Frame {
  return stop instanceof Element;
}

function isSame(a: Stop, b: Stop | undefined): boolean {
  return isFrame(a) || isFrame(b) ? a === b : a.mention === b?.mention;
}

function nodeOf(stop: Stop): Node {
  return isFrame(stop) ? stop : (stop.passage.nodes[0] ?? stop.passage.box);
}

/** Undefined where the page does not lay it out. */
function boxOf(stop: Stop): Box | undefined {
  if (!isFrame(stop)) return lineOf(stop);
  const box = stop.getBoundingClientRect();
  return box.width > 0 && box.height > 0 ? box : undefined;
}

function lineOf(found: Found): DOMRect | undefined {
  return rectsOf(found)[0];
}

function isInWindow(stop: Stop | undefined): boolean {
  const box = stop && boxOf(stop);
  return box !== undefined && box.bottom > 0 && box.top < innerHeight;
}

function placeIn(frame: Frame, { top, bottom }: { top: number; bottom: number }): { top: number; bottom: number } {
  const edge = frame.getBoundingClientRect().top + frame.clientTop;
  return { top: edge + top, bottom: edge + bottom };
}
